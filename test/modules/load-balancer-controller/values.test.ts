import { parse } from "yaml";
import { loadBalancerControllerChart } from "../../../charts/aws-load-balancer-controller";
import { chartValueProblems } from "../../../envs/platform/chart-values";
import type { GivenInputs } from "../../../kernel";
import { LoadBalancerController } from "../../../modules/load-balancer-controller/load-balancer-controller";
import type { loadBalancerControllerInputs } from "../../../modules/load-balancer-controller/inputs";
import { planFiles } from "../../harness";
import { planned } from "../../offline";
import { platformProvidersMissing } from "../../harness/stand-in";
import { type Json, synthStack } from "../../synth";
import { describeUnless } from "../../skip";

const minimal = { clusterName: "eks-test", region: "us-east-1", vpcId: "vpc-0123456789abcdef0" };
const everything: GivenInputs<typeof loadBalancerControllerInputs> = {
  ...minimal,
  imageRepository: "mirror.example.com/controller",
  serviceAccountAnnotations: { "eks.amazonaws.com/role-arn": "arn:aws:iam::111122223333:role/controller" },
  tolerations: [{ operator: "Exists" }, { key: "system", value: "true", effect: "NoSchedule" }],
  nodeSelector: { role: "system" },
  ingressClass: {
    default: true,
    parameters: {
      scheme: "internal",
      group: "shared",
      certificateArns: ["arn:aws:acm:us-east-1:111122223333:certificate/0"],
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      sslRedirectPort: "443",
      subnets: { tags: { Tier: ["private"] } },
      ipAddressType: "ipv4",
      targetType: "ip",
      inboundCidrs: ["10.0.0.0/8"],
      prefixListIds: ["pl-0a"],
      wafAclArn: "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/a/b",
      loadBalancerAttributes: { "idle_timeout.timeout_seconds": "120" },
      tags: { Team: "edge" },
      namespaceLabels: { edge: "true" },
    },
  },
  defaultTags: { Environment: "test" },
  backendSecurityGroupId: "sg-0123456789abcdef0",
  isolated: true,
  featureGates: { NLBGatewayAPI: false },
  serviceMonitor: { namespace: "monitoring", labels: { release: "prometheus" } },
};

/** Keys of the CRD's `spec`. Source: ingressclassparams.elbv2.k8s.aws of chart 3.5.0, read 2026-11-21. */
const crdKeys = "certificateArn group inboundCIDRs ipAddressType ipamConfiguration listeners loadBalancerAttributes loadBalancerName minimumLoadBalancerCapacity namespaceSelector prefixListsIDs scheme sslPolicy sslRedirectPort subnets tags targetType wafv2AclArn wafv2AclName".split(" ");

describeUnless(platformProvidersMissing, "values of the controller's chart", () => {
  const values: Record<string, Json> = {};
  beforeAll(async () => {
    const stack = synthStack((root) => {
      new LoadBalancerController(root, "least", minimal);
      new LoadBalancerController(root, "most", everything);
    });
    const { resources } = await planFiles({ "main.tf.json": planned(stack) });
    for (const name of ["least", "most"]) {
      values[name] = Object.assign({}, ...(resources[`helm_release.${name}_this`]!["values"] as string[]).map((document) => parse(document) as Json)) as Json;
    }
  });

  it.each(["least", "most"])("with the %s that can be said, each is one that the chart knows", (name) => {
    expect(chartValueProblems("values", loadBalancerControllerChart, "3.5.0", values[name]!)).toEqual([]);
  });

  it("what is off is left to the chart", () => {
    expect(Object.keys(values["most"]!).filter((key) => !(key in values["least"]!)).sort()).toEqual(["backendSecurityGroup", "enableShield", "enableWaf", "enableWafv2", "image", "ingressClassParams", "serviceMonitor"]);
    expect(JSON.stringify(values)).not.toContain("null");
  });

  it("the parameters of the class are those of the CRD", () => {
    const { spec } = values["most"]!["ingressClassParams"];
    expect(Object.keys(spec).filter((key) => !crdKeys.includes(key))).toEqual([]);
    expect(spec).toMatchObject({
      group: { name: "shared" },
      subnets: { tags: { Tier: ["private"] } },
      loadBalancerAttributes: [{ key: "idle_timeout.timeout_seconds", value: "120" }],
      tags: [{ key: "Team", value: "edge" }],
      namespaceSelector: { matchLabels: { edge: "true" } },
    });
    expect(spec.subnets).not.toHaveProperty("ids");
  });

  it("a toleration says what its author said", () => {
    expect(values["most"]!["tolerations"]).toEqual([{ operator: "Exists" }, { key: "system", operator: "Equal", value: "true", effect: "NoSchedule" }]);
  });
});
