import { describe as sentenceOf } from "../../../kernel";
import { guardProblems } from "../../../review/guards/guard-findings";
import { overrideProblems, unusedOverrides } from "../../../review/guards/overrides";
import type { Allowed, FollowedEnvironment } from "../../../review/report/review-input";
import { change, findings, someDay, told } from "./planned";

const bucket = 'aws_s3_bucket.this["old"]';
const gone = [change(bucket, { bucket: "a" }, null), change("aws_vpc.this", { id: "1" }, null)];
const allow = (guard: string, more: Partial<Allowed> = {}): Allowed => ({ guard, reason: "empty since May", by: "command", ...more });
const refused = (...allowed: readonly Allowed[]) => guardProblems(findings(gone, { allowed })).map(({ rule }) => rule);

describe("an override", () => {
  it.each([
    ["lets its guard alone pass", [allow("destroy-bucket")], ["destroy-network"]],
    ["of a resource, at that one", [allow("destroy-bucket", { address: bucket })], ["destroy-network"]],
    ["not at another", [allow("destroy-bucket", { address: "aws_s3_bucket.this" })], ["destroy-bucket", "destroy-network"]],
    ["counts on its last day", [allow("destroy-bucket", { until: "2026-11-22" })], ["destroy-network"]],
    ["not on the day after", [allow("destroy-bucket", { until: "2026-11-21" })], ["destroy-bucket", "destroy-network"]],
    ["that is over is no hindrance to one that is not", [allow("destroy-bucket", { until: "2026-11-21" }), allow("destroy-bucket")], ["destroy-network"]],
  ])("%s", (_, allowed, expected) => {
    expect(refused(...allowed)).toEqual(expected);
  });

  it("stands in the finding with its reason", () => {
    expect(findings(gone, { allowed: [allow("destroy-bucket", { by: "environment" })] })[0]).toEqual({
      guard: "destroy-bucket",
      layer: "cluster",
      address: bucket,
      sentence: "destroys S3 bucket old: what it holds is lost",
      allowed: { reason: "empty since May", by: "environment" },
    });
  });

  it("that is over says so", () => {
    expect(told(gone, { allowed: [allow("destroy-bucket", { until: "2026-11-21" })] })[0]).toBe("destroy-bucket: destroys S3 bucket old: what it holds is lost; it was allowed until 2026-11-21");
  });

  it("without a guard or a reason is refused", () => {
    expect(overrideProblems([allow("destroy-buket"), allow("destroy-key", { reason: " " }), allow("destroy-key")], () => "--allow").map(sentenceOf)).toEqual([
      expect.stringMatching(/^--allow: expected one of the guards destroy-cluster, .*, followed-lags, got "destroy-buket"; try "destroy-bucket" {3}\[guard-unknown\]$/),
      `--allow destroy-key: expected a reason, got " "; whoever reads the review sees it   [guard-reason]`,
    ]);
  });

  it("that lets nothing pass is known", () => {
    const [used, other, elsewhere] = [allow("destroy-bucket"), allow("destroy-key"), allow("destroy-bucket", { address: "aws_s3_bucket.other" })];
    expect(unusedOverrides([used, other, elsewhere], findings(gone))).toEqual([other, elsewhere]);
  });
});

const staging = (deployed: FollowedEnvironment["deployed"], version = "1.34"): FollowedEnvironment => ({ name: "staging", parts: { cluster: { kubernetes_version: version } }, own: {}, deployed });
const tagged = change("aws_subnet.this", { tags: {} }, { tags: { a: "b" } });
const upgraded = change("aws_eks_cluster.this", { version: "1.34" }, { version: "1.35" });

describe("an environment that follows another", () => {
  it.each([
    ["goes after it", [tagged], staging({ kind: "yes" }), []],
    ["not before it", [tagged], staging({ kind: "no", commit: "0123456789abcdef" }), ["followed-lags: staging is at 0123456789ab, and prod would go before it"]],
    ["nor where nobody knows", [tagged], staging({ kind: "unknown", why: "this is no checkout of git" }), ["followed-lags: nobody can tell whether staging has this commit: this is no checkout of git"]],
    ["not to a newer Kubernetes", [upgraded], staging({ kind: "yes" }), ["followed-lags: staging is at Kubernetes 1.34, and this goes to 1.35"]],
    ["to the same one", [upgraded], staging({ kind: "yes" }, "1.35"), []],
    ["is ahead already, and changes something else", [change("aws_eks_cluster.this", { version: "1.35" }, { version: "1.35", tags: {} })], staging({ kind: "yes" }), []],
    ["is made for the first time", [change("aws_eks_cluster.this", null, { version: "1.35" })], staging({ kind: "no", commit: "0123456789abcdef" }), []],
    ["has no changes", [change("aws_subnet.this", {}, {}, { actions: ["no-op"] })], staging({ kind: "no", commit: "0123456789abcdef" }), []],
  ])("%s", (_, changes, follows, expected) => {
    expect(told(changes, { follows })).toEqual(expected);
  });

  it("is allowed to by the guard, or by it and the environment's name", () => {
    const follows = staging({ kind: "no", commit: "0123456789abcdef" });
    const [finding] = findings([tagged], { follows, allowed: [allow("followed-lags", { address: "prod" })], at: someDay });
    expect(finding).toMatchObject({ address: "prod", layer: "cluster", allowed: { reason: "empty since May" } });
  });
});
