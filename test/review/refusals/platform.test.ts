import { refused } from "./refused";

type Actions = readonly ("create" | "update" | "delete" | "no-op" | "forget")[];

const cluster = "aws_eks_cluster.cluster_this";
const release = "helm_release.load_balancer_controller_this";
const replaced: Actions = ["delete", "create"];

/** As Terraform 1.11 writes it; what a resource holds is not judged here. */
function change(address: string, actions: Actions) {
  const type = address.split(".")[0]!;
  const before = actions[0] === "create" ? null : { name: "a", version: "1.35" };
  const after = actions.includes("create") || !["delete", "forget"].includes(actions[0]!) ? { name: "a", version: "1.35" } : null;
  return { address, mode: "managed", type, name: "this", change: { actions, before, after } };
}

function problems(changes: Readonly<Record<string, Actions>>, drifted: readonly string[] = []): string[] {
  const resource_changes = Object.entries(changes).map(([address, actions]) => change(address, actions));
  return refused({ format_version: "1.2", resource_changes, resource_drift: drifted.map((address) => change(address, ["delete"])) });
}

const wayOut = `in the same state would be out of reach; take the platform out of the environment and deploy that first, or keep it in a state of its own (layout "layered")`;

describe("a cluster under its platform", () => {
  it("is not replaced", () => {
    expect(problems({ [cluster]: replaced, [release]: ["no-op"] })).toEqual([
      `${cluster}: expected a cluster that stays while anything of it is in the state, got "replace"; ${release} ${wayOut}   [cluster-under-platform]`,
    ]);
  });

  it("is not destroyed either, and one is named for all", () => {
    expect(problems({ [cluster]: ["delete"], "kubernetes_namespace_v1.namespaces_this[\"shop\"]": ["update"], [release]: ["delete"], "kubernetes_storage_class_v1.a": ["no-op"] })).toEqual([
      `${cluster}: expected a cluster that stays while anything of it is in the state, got "delete"; kubernetes_namespace_v1.namespaces_this["shop"] and 1 more ${wayOut}   [cluster-under-platform]`,
    ]);
  });

  it("made anew with all its releases is refused as well: they cannot be reached any more", () => {
    expect(problems({ [cluster]: replaced, [release]: replaced })).toHaveLength(1);
  });

  it.each<[string, Readonly<Record<string, Actions>>]>([
    ["is destroyed with all of it", { [cluster]: ["delete"], [release]: ["delete"] }],
    ["is replaced when nothing runs in it yet", { [cluster]: replaced, [release]: ["create"] }],
    ["is replaced when Terraform gives up what ran in it", { [cluster]: replaced, [release]: ["forget"] }],
    ["changes in place", { [cluster]: ["update"], [release]: ["no-op"] }],
    ["in a state of its own is replaced", { [cluster]: replaced }],
    ["is one of two, and which of them the release runs in is not known", { [cluster]: ["delete"], "aws_eks_cluster.other": ["no-op"], [release]: ["no-op"] }],
  ])("%s", (_, changes) => {
    expect(problems(changes)).toEqual([]);
  });
});

describe("a release that the state has", () => {
  it("and that is made anew is called out: the cluster may only have been out of reach", () => {
    expect(problems({ [cluster]: ["no-op"], [release]: ["create"] }, [release])).toEqual([
      `${release}: expected the release that the state has, got "create"; the cluster's API did not answer, or somebody uninstalled it; if so, take it out of the state: terraform state rm '${release}'   [release-lost]`,
    ]);
  });

  it("is not one that is new", () => {
    expect(problems({ [release]: ["create"] })).toEqual([]);
  });

  it("may go when it is gone", () => {
    expect(problems({ [release]: ["delete"] }, [release])).toEqual([]);
  });

  it("a Kubernetes resource that vanished is made again: its provider fails when there is no answer", () => {
    expect(problems({ "kubernetes_namespace_v1.a": ["create"] }, ["kubernetes_namespace_v1.a"])).toEqual([]);
  });
});
