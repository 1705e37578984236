import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { freeAddresses } from "../../../cli/review/free-addresses";
import type { Stack } from "../../../cli/synth/stacks";
import type { LayerInput } from "../../../review/report/review-input";

const stack: Stack = { name: "qa", folder: "/", reads: [], json: { terraform: {}, provider: { aws: [{ region: "us-east-1", access_key: "emulator", secret_key: "emulator" }] } } };

function planned(...ids: readonly string[]): LayerInput {
  const resource_changes = ids.map((id) => ({ address: `aws_subnet.this["${id}"]`, mode: "managed", type: "aws_subnet", change: { actions: ["no-op"], before: { id }, after: { id } } }));
  return { layer: "qa", outcome: "planned", onOldOutputsOf: [], plan: { format_version: "1.2", resource_changes } };
}

/** EC2's API, which answers all with this. */
async function answering<T>(status: number, body: string, use: (asked: readonly string[]) => Promise<T>): Promise<T> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    request.on("data", (chunk: Buffer) => asked.push(decodeURIComponent(chunk.toString())));
    request.on("end", () => response.writeHead(status, { "content-type": "text/xml" }).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env["AWS_ENDPOINT_URL"] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await use(asked);
  } finally {
    delete process.env["AWS_ENDPOINT_URL"];
    server.closeAllConnections();
    server.close();
  }
}

const subnets = `<DescribeSubnetsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><subnetSet>
<item><subnetId>subnet-a</subnetId><availableIpAddressCount>201</availableIpAddressCount></item></subnetSet></DescribeSubnetsResponse>`;

it("asks once for all subnets that are there, and has those that AWS knows", async () => {
  await answering(200, subnets, async (asked) => {
    expect(await freeAddresses([stack], [planned("subnet-a", "subnet-b")])).toEqual({ freeAddresses: { "subnet-a": 201 } });
    expect(asked).toEqual([expect.stringMatching(/Action=DescribeSubnets&.*Filter\.1\.Value\.1=subnet-a&Filter\.1\.Value\.2=subnet-b/)]);
  });
});

it("has nothing, and stops nobody, where AWS refuses", async () => {
  expect(await answering(403, "<Response><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors></Response>", () => freeAddresses([stack], [planned("subnet-a")]))).toEqual({});
});

it.each([
  ["no subnet is there", [stack], [planned()]],
  ["no layer was planned", [stack], [{ layer: "qa", outcome: "waits", for: "another" } as const]],
  ["no stack has AWS", [{ ...stack, json: { terraform: {} } }], [planned("subnet-a")]],
])("asks nobody where %s", async (_, stacks, layers) => {
  await answering(200, subnets, async (asked) => {
    expect(await freeAddresses(stacks, layers)).toEqual({});
    expect(asked).toEqual([]);
  });
});
