import { onlyLayer, planOf, reviewOfPlans, told } from "./planned";

const policy = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const allow = (action: string) => ({ Effect: "Allow", Action: action });
const base64 = (text: string) => Buffer.from(text).toString("base64");
const many = (...more: readonly string[]) => [...more, ...Array.from({ length: 30 }, (_, index) => `subnet-${index}`)];

describe("what changes is told where it changes", () => {
  it.each<[what: string, before: object, after: object, lines: readonly string[]]>([
    ["a text", { a: "x" }, { a: "y" }, ['a: "x" → "y"']],
    ["a tag", { tags: { team: "a" } }, { tags: { team: "a", "cost/center": "1" } }, ['tags["cost/center"]: nothing → "1"']],
    ["a block", { scaling_config: [{ min_size: 1, max_size: 2 }] }, { scaling_config: [{ min_size: 1, max_size: 3 }] }, ["scaling_config[0].max_size: 2 → 3"]],
    ["a short list", { types: ["a", "b"] }, { types: ["b", "c"] }, ['types: ["a", "b"] → ["b", "c"]']],
    ["the order of a list", { types: ["a", "b"] }, { types: ["b", "a"] }, ['types: ["a", "b"] → ["b", "a"]']],
    ["a long list", { ids: many("sg-2") }, { ids: many("sg-1") }, ['ids: ["sg-2", … 30 alike] → ["sg-1", … 30 alike]']],
    ["one more of a long list", { ids: many() }, { ids: many("sg-1") }, ['ids: [… 30 alike] → ["sg-1", … 30 alike]']],
    ["a block before others", { rules: [{ port: 1 }, { port: 2 }] }, { rules: [{ port: 0 }, { port: 1 }, { port: 2 }] }, ["rules[0].port: nothing → 0"]],
    ["a policy", { policy: policy(allow("s3:GetObject"), allow("kms:Decrypt")) }, { policy: policy(allow("s3:*"), allow("kms:Decrypt")) }, ['policy.Statement[0].Action: "s3:GetObject" → "s3:*"']],
    ["a policy that is only written in another way", { policy: '{"a": 1}' }, { policy: '{"a":1}' }, ['policy: "{\\"a\\": 1}" → "{\\"a\\":1}"']],
    ["values of a chart", { values: ["image:\n  tag: a\nreplicas: 1\n"] }, { values: ["image:\n  tag: b\nreplicas: 1\n"] }, ['values[0].image.tag: "a" → "b"']],
    ["user data", { user_data: base64("#!/bin/sh\necho one, and then some more\n") }, { user_data: base64("#!/bin/sh\necho two, and then some more\n") }, ['user_data: ["#!/bin/sh", "echo one, and then some more", ""] → ["#!/bin/sh", "echo two, and then some more", ""]']],
    ["nothing and zero beside a real change", { a: 1, b: 0, c: [], d: "" }, { a: 2, b: null, c: null, d: null }, ["a: 1 → 2"]],
    ["nothing and zero alone", { b: 0 }, { b: null }, ["b: 0 → nothing"]],
    ["tags, which tags_all has once more", { tags: { a: "1" }, tags_all: { a: "1" } }, { tags: { a: "2" }, tags_all: { a: "2" } }, ['tags["a"]: "1" → "2"']],
    ["tags_all alone, where the provider's own tags change", { tags: { a: "1" }, tags_all: { a: "1" } }, { tags: { a: "1" }, tags_all: { a: "1", all: "2" } }, ['tags_all["all"]: nothing → "2"']],
  ])("%s", (_, before, after, lines) => {
    expect(told(before, after)).toEqual(lines);
  });

  it("a long text is cut", () => {
    const [line] = told({ a: "x" }, { a: "y".repeat(1_000) });
    expect(line).toBe(`a: "x" → "${"y".repeat(299)}…`);
  });

  it("a long text that changes late is cut where it begins to differ", () => {
    const same = "s".repeat(1_000);
    expect(told({ a: `${same}x` }, { a: `${same}y` })).toEqual([`a: …${"s".repeat(40)}x" → …${"s".repeat(40)}y"`]);
  });

  it("what is known after apply says so, within a list too", () => {
    expect(told({ a: "x", ids: ["1", "2"] }, { ids: ["1", null] }, { unknown: { a: true, ids: [false, true] } })).toEqual(["a: \"x\" → known after apply", 'ids: ["1", "2"] → ["1", (known after apply)]']);
  });
});

describe("a secret is never shown", () => {
  it.each<[what: string, before: object, after: object, secret: object, lines: readonly string[]]>([
    ["that Terraform marks", { a: { b: ["hush-one", "x"] } }, { a: { b: ["hush-two", "x"] } }, { a: { b: [true] } }, ['a.b: [(secret), "x"] → a secret in it changes']],
    ["a whole value that is marked", { a: { b: "hush-one" } }, { a: { b: "hush-two" } }, { a: true }, ["a: secret → secret"]],
    ["that is new", {}, { password: "hush-two" }, {}, ["password: nothing → secret"]],
    ["that goes", { clientSecret: "hush-one" }, {}, {}, ["clientSecret: secret → nothing"]],
    ["in a variable of a container", { env: [{ name: "DB_PASSWORD", value: "hush-one" }] }, { env: [{ name: "DB_PASSWORD", value: "hush-two" }] }, {}, ["env[0].value: secret → secret"]],
    ["in a value of a chart by its path", { set: [{ name: "auth.token", value: "hush-one" }] }, { set: [{ name: "auth.token", value: "hush-two" }] }, {}, ["set[0].value: secret → secret"]],
    ["a private key, whatever it is called", { data: "-----BEGIN RSA PRIVATE KEY-----\nhush-one" }, { data: "-----BEGIN RSA PRIVATE KEY-----\nhush-two" }, {}, ["data: secret → secret"]],
    ["a marked one that also stands where nothing is marked", { a: "hush-one", b: "use hush-one" }, { a: "hush-two", b: "use hush-two" }, { a: true }, ["a: secret → secret", 'b: "use (secret)" → a secret in it changes']],
  ])("%s", (_, before, after, secret, lines) => {
    expect(told(before, after, { secret })).toEqual(lines);
    expect(JSON.stringify(reviewOfPlans({ qa: planOf("aws_any.this", ["update"], { before, after, secret }) }))).not.toMatch(/hush-(one|two)|aHVzaC/);
  });

  it("what is called like one and is none is shown", () => {
    expect(told({ http_tokens: "optional", token_ttl: "1", key: "a" }, { http_tokens: "required", token_ttl: "2", key: "b" })).toEqual(['http_tokens: "optional" → "required"', 'key: "a" → "b"', 'token_ttl: "1" → "2"']);
  });
});

describe("a digest", () => {
  const digest = (before: object, after: object, secret = {}, address = "aws_any.this") => onlyLayer(reviewOfPlans({ qa: planOf(address, ["update"], { before, after, secret }) })).digests[address]!;

  it("is equal for equal changes, whatever the order of keys", () => {
    expect(digest({ a: 1, b: 1 }, { a: 2, b: 3 })).toBe(digest({ b: 1, a: 1 }, { b: 3, a: 2 }));
  });

  it.each<[what: string, other: string]>([
    ["another value", digest({ a: 1 }, { a: 3 })],
    ["another value before", digest({ a: 0 }, { a: 2 })],
    ["another attribute", digest({ b: 1 }, { b: 2 })],
    ["one more change that no reader is told", digest({ a: 1, b: 0 }, { a: 2, b: null })],
    ["a value that is a secret now", digest({ a: 1 }, { a: 2 }, { a: true })],
  ])("differs by %s", (_, other) => {
    expect(other).not.toBe(digest({ a: 1 }, { a: 2 }));
  });

  it("says of a secret that it changes, and nothing of what it is", () => {
    const one = digest({ a: "hush-one" }, { a: "hush-two" }, { a: true });
    expect(one).toBe(digest({ a: "hush-one" }, { a: "hush-three" }, { a: true }));
    expect(one).not.toBe(digest({ a: "hush-one" }, { a: "hush-one" }, { a: true }));
  });
});
