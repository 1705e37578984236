import { archiveOf } from "../../cli/archive";
import type { RunRules } from "./checks";
import { useTerraformCloud } from "./stand-in";

const cloud = useTerraformCloud();
const main = JSON.stringify({ terraform: { cloud: { organization: "example", workspaces: { name: "any" } } }, resource: { terraform_data: { web: {} } } });

async function api(method: string, path: string, data?: object): Promise<any> {
  const response = await fetch(new URL(path, cloud.server.url), { method, headers: { authorization: `Bearer ${cloud.token}` }, ...(data && { body: JSON.stringify({ data }) }) });
  const text = await response.text();
  return text === "" ? { status: response.status } : JSON.parse(text);
}

/** Makes a run in a workspace of its own, and gives its id. */
async function begin(name: string, attributes: object, rules: RunRules, file = main): Promise<string> {
  cloud.runs.rules = () => rules;
  const known = [...cloud.workspaces.byId.values()].find(({ settings }) => settings.name === name);
  const { id } = known ?? cloud.workspaces.make("example", { name });
  const { data } = await api("POST", `/api/v2/workspaces/${id}/configuration-versions`, { attributes: { "auto-queue-runs": false } });
  await fetch(data.attributes["upload-url"] as string, { method: "PUT", body: await archiveOf({ "main.tf.json": file }) });
  await new Promise((done) => setTimeout(done, 60));
  const related = (type: string, of: string) => ({ data: { type, id: of } });
  return (await api("POST", "/api/v2/runs", { attributes, relationships: { workspace: related("workspaces", id), "configuration-version": related("configuration-versions", data.id as string) } })).data.id as string;
}

async function ended(id: string): Promise<string> {
  const run = cloud.runs.byId.get(id)!;
  while (["pending", "planning", "confirmed", "applying"].includes(run.status)) await new Promise((done) => setTimeout(done, 20));
  return run.history.join(" ");
}

const failed = (level: string) => [{ name: "no-public-endpoint", level, passed: false }] as never;

it.each<[string, RunRules, object, string]>([
  ["a policy of Sentinel that may be overridden", { sentinel: failed("soft-mandatory") }, { "plan-only": true }, "planning policy_soft_failed"],
  ["the same before an apply", { sentinel: failed("soft-mandatory") }, {}, "planning policy_override"],
  ["one that may not", { sentinel: failed("hard-mandatory") }, { "plan-only": true }, "planning errored"],
  ["one that only advises", { sentinel: failed("advisory") }, {}, "planning policy_checked"],
  ["a policy of OPA", { opa: failed("mandatory") }, {}, "planning post_plan_awaiting_decision"],
  ["a run task", { tasks: failed("mandatory") }, { "plan-only": true }, "planning errored"],
  ["an estimate", { estimate: { before: 1, after: 2.5 } }, {}, "planning cost_estimated"],
])("%s has its status", async (what, rules, attributes, history) => {
  expect(await ended(await begin(what.replaceAll(" ", "-"), attributes, rules))).toBe(history);
});

it("waits its turn behind a run that may be applied, and not to plan only; what is cancelled frees the workspace", async () => {
  const gate = new AbortController();
  const hold = new Promise((done) => gate.signal.addEventListener("abort", done));
  const first = await begin("queue", {}, { hold });
  const second = await begin("queue", {}, {});
  expect(await ended(await begin("queue", { "plan-only": true }, {}))).toBe("planning planned_and_finished");
  expect(cloud.runs.byId.get(second)!.status).toBe("pending");
  await api("POST", `/api/v2/runs/${first}/actions/cancel`);
  expect([await ended(first), await ended(second)]).toEqual(["planning canceled", "planning planned"]);
  gate.abort();
});

it("fails as Terraform fails, and its log says why", async () => {
  const id = await begin("broken", { "plan-only": true }, {}, JSON.stringify({ resource: { terraform_data: { web: { input: "${nothing.at.all}" } } } }));
  expect(await ended(id)).toBe("planning errored");
  const { data } = await api("GET", `/api/v2/plans/${cloud.runs.byId.get(id)!.plan.id}`);
  const log = await (await fetch(data.attributes["log-read-url"] as string)).text();
  expect([log[0], log.at(-1)]).toEqual(["\u0002", "\u0003"]);
  expect(log).toContain("Reference to undeclared resource");
});
