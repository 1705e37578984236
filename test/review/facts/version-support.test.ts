import { versionSupport } from "../../../review/facts/version-support";
import { created, kept, layer, planned } from "./layers";

const cluster = (version: string, policy = "STANDARD") => ({ name: "main", version, upgrade_policy: [{ support_type: policy }] });
const of = (version: string, policy: string, at: string) => versionSupport(layer(kept("aws_eks_cluster.this", cluster(version, policy))), new Date(at)).map(({ sentence }) => sentence);

// Of 1.34 standard support ends on 2026-12-02, and extended support a year later.
it.each<[version: string, policy: string, at: string, sentence: string | undefined]>([
  ["1.34", "STANDARD", "2026-06-04", undefined],
  ["1.34", "STANDARD", "2026-06-05", "Kubernetes 1.34 leaves standard support on 2026-12-02, in 180 days; AWS then upgrades the cluster by itself"],
  ["1.34", "STANDARD", "2026-06-05T23:59:59Z", "Kubernetes 1.34 leaves standard support on 2026-12-02, in 180 days; AWS then upgrades the cluster by itself"],
  ["1.34", "EXTENDED", "2026-11-22", "Kubernetes 1.34 leaves standard support on 2026-12-02, in 10 days; extended support then costs $365 a month more, until 2027-12-02"],
  ["1.34", "EXTENDED", "2026-12-01", "Kubernetes 1.34 leaves standard support on 2026-12-02, tomorrow; extended support then costs $365 a month more, until 2027-12-02"],
  ["1.34", "EXTENDED", "2026-12-02", "Kubernetes 1.34 leaves standard support on 2026-12-02, today; extended support then costs $365 a month more, until 2027-12-02"],
  ["1.34", "EXTENDED", "2026-12-03", "Kubernetes 1.34 left standard support on 2026-12-02; extended support costs $365 a month more, until 2027-12-02"],
  ["1.34", "STANDARD", "2026-12-03", "Kubernetes 1.34 left standard support on 2026-12-02; AWS upgrades the cluster by itself, at a time of its own"],
  ["1.34", "EXTENDED", "2027-12-03", "Kubernetes 1.34 left extended support on 2027-12-02; AWS upgrades the cluster by itself, at a time of its own"],
  ["1.99", "EXTENDED", "2027-12-03", undefined],
])("%s with %s support on %s", (version, policy, at, sentence) => {
  expect(of(version, policy, at)).toEqual(sentence === undefined ? [] : [sentence]);
});

it("judged is what the plan goes to, with the day and the days left", () => {
  const upgrade = planned("aws_eks_cluster.this", cluster("1.33"), cluster("1.34"));
  expect(versionSupport(layer(upgrade), new Date("2026-11-22"))).toEqual([
    {
      layer: "all",
      address: "aws_eks_cluster.this",
      version: "Kubernetes 1.34",
      standardEnds: "2026-12-02",
      extendedEnds: "2027-12-02",
      daysLeft: 10,
      sentence: "upgraded from 1.33 to 1.34: Kubernetes 1.34 leaves standard support on 2026-12-02, in 10 days; AWS then upgrades the cluster by itself",
    },
  ]);
  expect(versionSupport(layer(planned("aws_eks_cluster.this", cluster("1.33"), cluster("1.36"))), new Date("2026-11-22"))).toEqual([]);
});

it("a cluster that goes is not judged, and EKS gives extended support where nothing is said", () => {
  expect(versionSupport(layer(planned("aws_eks_cluster.this", cluster("1.33"), undefined)), new Date("2026-11-22"))).toEqual([]);
  expect(versionSupport(layer(created("aws_eks_cluster.this", { version: "1.33" })), new Date("2026-11-22"))[0]?.sentence).toContain("costs $365 a month more");
});
