import { skewProblems } from "../../envs/skew-checks";
import { describe as sentence } from "../../kernel";
import { group, qa, refusals } from "./example";

const told = (own: string | null, wanted: string | undefined, running: string | null = null) =>
  skewProblems("nodeGroups", { main: { kubernetesVersion: own } }, wanted, running).map(sentence);

it.each<[string | null, string | undefined, string | null]>([
  [null, "1.35", null],
  ["1.35", "1.35", null],
  ["1.32", "1.35", null],
  ["1.34", "1.35", "1.34"],
  ["1.34", "1.35", "1.35"],
  ["1.32", "1.35", "1.35"],
  ["1.20", undefined, null],
])("nodes of %s under %s, which runs %s today, are fine", (own, wanted, running) => {
  expect(told(own, wanted, running)).toEqual([]);
});

it.each<[string, string, string | null, string]>([
  ["1.36", "1.35", null, `1.35 or older, got "1.36"; nodes are never newer than the control plane; try "1.35"   [node-version-skew]`],
  ["1.31", "1.35", null, `1.32 or newer, got "1.31"; nodes are at most 3 minor versions behind the control plane; try "1.35"   [node-version-skew]`],
  ["1.33", "1.35", "1.34", `1.34 before the control plane goes on, got "1.33"; EKS takes the control plane from 1.34 to 1.35 only when all nodes run 1.34; try "1.34"   [node-version-behind]`],
])("nodes of %s under %s, which runs %s today, are refused", (own, wanted, running, line) => {
  expect(told(own, wanted, running)).toEqual([`nodeGroups.main.kubernetesVersion: expected ${line}`]);
});

it("a group of an environment is judged so, against what the cluster runs", () => {
  const at = "envs/qa/environment.ts nodeGroups.main.kubernetesVersion: expected";
  expect(refusals(group({ kubernetesVersion: "1.31" }))).toEqual([`${at} 1.32 or newer, got "1.31"; nodes are at most 3 minor versions behind the control plane; try "1.35"   [node-version-skew]`]);
  const behind = { ...group({ kubernetesVersion: "1.33" }), cluster: { ...qa.cluster, running: { kubernetesVersion: "1.34" } } };
  expect(refusals(behind)).toEqual([`${at} 1.34 before the control plane goes on, got "1.33"; EKS takes the control plane from 1.34 to 1.35 only when all nodes run 1.34; try "1.34"   [node-version-behind]`]);
});
