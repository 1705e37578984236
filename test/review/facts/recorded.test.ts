import { readFileSync } from "node:fs";
import { accessChanges } from "../../../review/facts/access";
import { costChange } from "../../../review/facts/cost";
import { subnetAddresses } from "../../../review/facts/subnet-addresses";
import { type ReadLayer, readLayer } from "../../../review/plan-json";

const recorded = (name: string): ReadLayer[] => [readLayer("local", JSON.parse(readFileSync(`test/review/plans/${name}.json`, "utf8")))];
const day = new Date("2026-11-22");

describe("of a whole environment, planned by Terraform", () => {
  it("the first plan has a line of access for each principal, and no more", () => {
    expect(accessChanges(recorded("first-create")).map(({ sentence }) => sentence)).toEqual([
      "cluster: role admin of account 123456789012 may administer all of it",
      "cluster: role viewer of account 123456789012 gets AmazonEKSViewPolicy in namespace shop (read workloads, not secrets)",
    ]);
  });

  it("what is new costs in the first plan what it costs in the next", () => {
    const [first, next] = [costChange(recorded("first-create"), day), costChange(recorded("unchanged"), day)];
    expect(first.before).toEqual({ low: 0, high: 0 });
    expect(next.before).toEqual(next.after);
    expect(first.after).toEqual(next.after);
    expect(first.items.map(({ address }) => address)).toEqual(next.items.map(({ address }) => address));
  });

  it("larger nodes cost more and take more addresses, and nobody may do more by them", () => {
    const layers = recorded("node-group-replaced");
    const { before, after, items } = costChange(layers, day);
    expect(items.filter((item) => item.before?.high !== item.after?.high).map(({ what }) => what)).toEqual(["node group system"]);
    expect([after.low > before.low, after.high > before.high]).toEqual([true, true]);
    expect(accessChanges(layers)).toEqual([]);
    const needed = (name: string) => subnetAddresses(recorded(name)).map((subnet) => subnet.needed);
    expect([needed("unchanged"), needed("node-group-replaced")]).toEqual([[120, 120], [150, 150]]);
  });

  it("a wider policy and a wider entry are told", () => {
    expect(accessChanges(recorded("access-widened")).map(({ kind }) => kind)).toEqual(["cluster-access", "iam"]);
  });
});
