import { tf } from "../../../kernel";
import { Fluentd } from "../../../modules/fluentd/fluentd";
import { fluentdInputs } from "../../../modules/fluentd/inputs";
import { fluentdModule } from "../../../modules/fluentd/module";
import { platformProvidersMissing } from "../../harness/stand-in";
import { describeUnless } from "../../skip";
import { synthModule } from "../../synth";
import { bindings, planBoth } from "../cluster/both-bindings";
import { minimal } from "./rendered";

const subject = { definition: fluentdModule, inputs: fluentdInputs, construct: Fluentd };
const key = "arn:aws:kms:us-east-1:111122223333:key/logs";
const cases = {
  smallest: minimal,
  chosen: { ...minimal, output: { cloudWatch: { onDestroy: "keep", logGroups: { application: { retentionDays: 7, kmsKeyArn: key }, host: { name: "/nodes" } } } }, tags: { team: "platform" } },
  search: { ...minimal, output: { openSearch: { host: "search.example.com" } } },
  // What the first apply of a cluster and its platform in one stack knows, and what it does not.
  unknown: { ...minimal, serviceAccountAnnotations: { "eks.amazonaws.com/role-arn": tf<string>`aws_vpc.other.arn` }, ready: tf<readonly string[]>`[aws_vpc.other.id]` },
} as const;

describeUnless(platformProvidersMissing, "Fluentd", () => {
  let planned: Awaited<ReturnType<typeof planBoth>>;
  beforeAll(async () => {
    planned = await planBoth(subject, cases, { aws_vpc: { other: { cidr_block: "10.0.0.0/16" } } });
  });

  describe.each(bindings)("in a %s", (binding) => {
    const of = (name: keyof typeof cases) => planned(binding, name);
    const group = (name: keyof typeof cases, stream: string) => of(name).values(`aws_cloudwatch_log_group.this["${stream}"]`);

    it("has a group for each stream, which ends with it or stays, by the author's word", () => {
      expect(group("smallest", "dataplane")).toMatchObject({ name: "/aws/containerinsights/eks-test/dataplane", retention_in_days: 90, skip_destroy: false });
      expect(group("chosen", "application")).toMatchObject({ name: "/aws/containerinsights/eks-test/application", retention_in_days: 7, kms_key_id: key, skip_destroy: true, tags: { team: "platform" } });
      expect(group("chosen", "host")["name"]).toBe("/nodes");
    });

    it("has the groups that are said and no other, and none where logs go elsewhere", () => {
      const groups = (name: keyof typeof cases) => of(name).addresses().filter((address) => address.startsWith("aws_cloudwatch_log_group."));
      expect(groups("smallest")).toHaveLength(3);
      expect(groups("chosen")).toEqual(['aws_cloudwatch_log_group.this["application"]', 'aws_cloudwatch_log_group.this["host"]']);
      expect(groups("search")).toEqual([]);
    });

    it("shows its settings in a plan that does not know its role yet", () => {
      const [known] = of("unknown").values("helm_release.this")["values"] as string[];
      expect(known).toContain('"variant": "cloudwatch"');
      expect(known).toContain("@type tail");
      expect(of("unknown").unknown("helm_release.this")["values"]).toEqual([false, true]);
    });
  });
});

it("comes after its groups and whatever it is told to wait for", () => {
  expect(synthModule(fluentdModule)["resource"].helm_release.this.depends_on).toEqual(["var.ready", "aws_cloudwatch_log_group.this"]);
});
