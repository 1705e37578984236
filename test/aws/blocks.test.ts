import { delegatablePrefixes, prefixLengthFor, usableAddresses } from "../../aws/subnet-sizes";
import { refusedRange } from "../../aws/vpc-cidr-associations";

describe("address blocks", () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
  it.each([
    [16, 65531],
    [24, 251],
    [28, 11],
    [32, 0],
  ])("a /%i has %i usable addresses", (prefixLength, addresses) => {
    expect(usableAddresses(prefixLength)).toBe(addresses);
  });

  it.each([
    [11, 28],
    [12, 27],
    [251, 24],
    [65531, 16],
    [65532, undefined],
  ])("%i addresses need a /%s", (addresses, prefixLength) => {
    expect(prefixLengthFor(addresses)).toBe(prefixLength);
  });

  it.each([
    [28, 0],
    [27, 0],
    [26, 2],
    [24, 14],
  ])("a /%i holds %i delegated prefixes", (prefixLength, prefixes) => {
    expect(delegatablePrefixes(prefixLength)).toBe(prefixes);
  });

  it.each([
    ["10.10.0.0/16", "100.64.0.0/16", undefined],
    ["10.10.0.0/16", "10.20.0.0/16", undefined],
    ["10.10.0.0/16", "10.0.0.0/16", undefined],
    ["10.1.0.0/16", "10.0.0.0/16", "10.0.0.0/16"],
    ["10.0.0.0/24", "10.0.128.0/24", "10.0.0.0/16"],
    ["10.10.0.0/16", "172.16.0.0/16", "172.16.0.0/12"],
    ["10.10.0.0/16", "192.168.1.0/24", "192.168.0.0/16"],
    ["10.10.0.0/16", "198.19.0.0/16", "198.19.0.0/16"],
    ["10.10.0.0/16", "198.18.0.0/16", undefined],
    ["172.16.0.0/16", "172.31.0.0/16", "172.31.0.0/16"],
    ["172.16.0.0/16", "172.17.0.0/16", undefined],
    ["192.168.0.0/24", "192.168.1.0/24", undefined],
    ["192.168.0.0/24", "10.0.0.0/16", "10.0.0.0/8"],
    ["198.19.1.0/24", "100.64.0.0/16", undefined],
    ["198.19.1.0/24", "10.0.0.0/16", "10.0.0.0/8"],
    ["100.64.0.0/16", "10.0.0.0/16", "10.0.0.0/8"],
    ["100.64.0.0/16", "100.65.0.0/16", undefined],
    ["10.10.0.0/16", "169.254.0.0/24", "169.254.0.0/16"],
  ])("beside %s, %s is refused for %s", (existing, secondary, range) => {
    expect(refusedRange(existing, secondary)).toBe(range);
  });

  it("a block that was not checked first is a bug", () => {
    expect(() => refusedRange("10.0.0.0", "10.1.0.0/16")).toThrow('bug: expected a checked IPv4 CIDR block, got "10.0.0.0"');
  });
});
