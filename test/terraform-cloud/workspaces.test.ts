import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { archiveOf } from "../../cli/archive";
import { useTerraformCloud } from "./stand-in";

const cloud = useTerraformCloud();
const tokens = { ann: "token-of-ann", bob: "token-of-bob", stranger: "token-of-a-stranger" };

beforeAll(() => {
  for (const [user, token] of Object.entries(tokens)) {
    cloud.server.tokens.set(token, user === "stranger" ? ["elsewhere"] : ["example"]);
    cloud.server.users.set(token, user);
  }
});

interface Asked {
  readonly as?: keyof typeof tokens | "nobody";
  readonly body?: object;
}

async function ask(method: string, path: string, { as = "ann", body }: Asked = {}): Promise<{ status: number; data: any; errors: string[]; headers: Headers }> {
  const headers = { authorization: `Bearer ${as === "nobody" ? "expired" : tokens[as]}` };
  const response = await fetch(new URL(`/api/v2/${path}`, cloud.server.url), { method, headers, redirect: "manual", ...(body && { body: JSON.stringify(body) }) });
  const text = await response.text();
  const { data, errors = [] } = (text === "" ? {} : JSON.parse(text)) as { data?: any; errors?: { detail: string }[] };
  return { status: response.status, data, errors: errors.map(({ detail }) => detail), headers: response.headers };
}

const document = (attributes: object) => ({ body: { data: { attributes } } });
const answer = async (asked: Promise<{ status: number; errors: string[] }>) => asked.then(({ status, errors }) => [status, ...errors].join(" "));
let made = 0;
const workspace = async () => (await ask("POST", "organizations/example/workspaces", document({ name: `w-${(made += 1)}` }))).data.id as string;

const state = (serial: number, lineage = "one") => {
  const bytes = Buffer.from(JSON.stringify({ version: 4, terraform_version: "1.11.4", serial, lineage, outputs: {}, resources: [] }));
  return { serial, lineage, md5: createHash("md5").update(bytes).digest("hex"), state: bytes.toString("base64") };
};

it("knows no workspace of an organization that the token does not see, and nothing at all without a token", async () => {
  const id = await workspace();
  expect(await answer(ask("GET", `workspaces/${id}`))).toBe("200");
  expect(await answer(ask("GET", `workspaces/${id}`, { as: "stranger" }))).toBe("404 not found");
  expect(await answer(ask("GET", `workspaces/${id}`, { as: "nobody" }))).toBe("401 unauthorized");
});

it("takes a name once, and only one that is one", async () => {
  const create = (name: string) => answer(ask("POST", "organizations/example/workspaces", document({ name })));
  expect([await create("taken"), await create("taken"), await create("no name")]).toEqual(["201", "422 Name has already been taken", "422 Name can only include letters, numbers, -, and _"]);
});

it("gives a locked workspace back to who locked it, and to who forces it", async () => {
  const id = await workspace();
  const lock = (action: string, as: "ann" | "bob") => answer(ask("POST", `workspaces/${id}/actions/${action}`, { as }));
  expect(await lock("lock", "ann")).toBe("200");
  expect(await lock("lock", "bob")).toBe("409 Unable to lock workspace. The workspace is already locked.");
  expect(await lock("unlock", "bob")).toBe("409 Unable to unlock workspace. The workspace is locked by another user, and can only be force-unlocked.");
  expect(await lock("force-unlock", "bob")).toBe("200");
  expect(await lock("unlock", "ann")).toBe("409 Unable to unlock workspace. The workspace is not locked.");
});

it("takes a state from who has locked the workspace, of the same lineage, and with a greater serial", async () => {
  const id = await workspace();
  const push = (attributes: object) => answer(ask("POST", `workspaces/${id}/state-versions`, document(attributes)));
  expect(await push(state(1))).toBe("409 The workspace must be locked by the user who creates a state version");
  await ask("POST", `workspaces/${id}/actions/lock`);
  expect([await push(state(1)), await push(state(2))]).toEqual(["201", "201"]);
  expect(await push(state(2))).toBe("409 The state serial 2 is not greater than that of the workspace, 2");
  expect(await push(state(3, "other"))).toBe("409 The state lineage other differs from that of the workspace, one");
  expect(await push({ ...state(3), md5: "0" })).toBe("422 The md5 is not that of the state");
  expect(await push({ ...state(1, "other"), force: true })).toBe("201");
});

it.each([
  ["whole", (archive: Buffer) => archive, "uploaded"],
  ["cut off", (archive: Buffer) => archive.subarray(0, archive.length - 20), "errored"],
  ["a tar that is cut off before it was compressed", () => gzipSync(Buffer.alloc(700, 1)), "errored"],
])("of an archive that is %s it says so a moment later", async (_, cut, status) => {
  const { data } = await ask("POST", `workspaces/${await workspace()}/configuration-versions`, document({ "auto-queue-runs": false, speculative: true }));
  const body = cut(await archiveOf({ "main.tf": "# nothing" }));
  expect((await fetch(data.attributes["upload-url"] as string, { method: "PUT", body })).status).toBe(200);
  const look = async () => (await ask("GET", `configuration-versions/${data.id}`)).data.attributes.status as string;
  while ((await look()) === "pending") await new Promise((done) => setTimeout(done, 20));
  expect(await look()).toBe(status);
});

it("takes so many requests a second, and says how many are left", async () => {
  cloud.server.limit(3);
  const answers = [];
  for (let count = 0; count < 4; count += 1) answers.push(await ask("GET", "ping"));
  cloud.server.calm();
  expect(answers.map(({ status, headers }) => `${status} ${headers.get("x-ratelimit-limit")} ${headers.get("x-ratelimit-remaining")}`)).toEqual(["204 3 2", "204 3 1", "204 3 0", "429 3 0"]);
});
