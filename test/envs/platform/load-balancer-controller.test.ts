import { existing, qa, qaWith, refusals, warnings } from "../example";
import { stackOf } from "../stack";
import type { Environment } from "../../../envs/environment";

const addons = { ...qa.addons, "eks-pod-identity-agent": {} };
const platform = (loadBalancerController: object, more: object = {}) => ({ addons, platform: { loadBalancerController, ...more } });
const controller = (changes: object = {}, others: Readonly<Record<string, unknown>> = {}): Environment => qaWith({ ...platform(changes), ...others });
const fargate = (namespace: string) => ({ nodeGroups: {}, fargateProfiles: { system: { selectors: [{ namespace }] } }, addons: { coredns: { configuration: { computeType: "Fargate" } }, "eks-pod-identity-agent": {} } });
const at = "envs/qa/environment.ts platform.loadBalancerController";

it.each([
  [
    controller({ chartVersion: "3.6.0" }),
    [`${at}.chartVersion: expected a version with a policy on record (3.5.0), or policyArns of your own, got "3.6.0"; another version may need what the policy on record does not allow   [controller-version-policy]`],
  ],
  [
    controller({ featureGates: { NLBGatewayApi: true } }),
    [`${at}.featureGates.NLBGatewayApi: expected a feature of the controller 3.5.0, got "NLBGatewayApi"; try "NLBGatewayAPI"   [controller-feature-gate]`],
  ],
  [
    controller({ values: { replicaCounts: 3 } }),
    [`${at}.values.replicaCounts: expected a value that chart aws-load-balancer-controller 3.5.0 knows, got "replicaCounts"; the chart would take it and do nothing with it; try "replicaCount"   [chart-value]`],
  ],
  [controller({ values: "replicaCount: 3" }), [`${at}.values: expected values as data, got "replicaCount: 3"   [chart-values-data]`]],
  [
    existing({ publicSubnetIds: { "us-east-1a": "subnet-0c" } }, platform({})),
    [
      `${at}.taggedSubnets: expected true, once the subnets have their tags, or ingressClass.parameters.subnets, got false; without kubernetes.io/role/elb and kubernetes.io/role/internal-elb the controller guesses subnets by their routes, or finds none   [controller-subnets]`,
    ],
  ],
  [
    controller({ namespace: "ingress" }),
    [`${at}.namespace: expected a namespace that is there before (kube-system), got "ingress"; nothing makes it; try "kube-system"   [controller-namespace]`],
  ],
  [
    controller({ namespace: "ingress" }, { platform: { loadBalancerController: { namespace: "ingress" }, namespaces: { ingress: {}, edge: { origin: "existing" } } } }),
    [`${at}.namespace: expected a namespace that is there before (kube-system, edge), got "ingress"; platform.namespaces makes it after the controller, so that ingresses in namespaces are deleted while it runs; try "kube-system"   [controller-namespace]`],
  ],
  [
    controller({}, { nodeGroups: {}, addons: { "eks-pod-identity-agent": {} } }),
    [`${at}: expected node groups, or a Fargate profile for all of kube-system, got "neither"; the controller's pods would never start   [controller-nodes]`],
  ],
  [
    controller({}, { network: { ...qa.network, nat: "none" } }),
    [
      `${at}.isolated: expected true, got false; private subnets have no NAT gateway, and the controller would fail for want of Shield and WAF; try true   [controller-isolated]`,
      `${at}.imageRepository: expected a mirror of the image, got null; private subnets have no NAT gateway, and public.ecr.aws has no endpoint inside a VPC   [controller-image]`,
    ],
  ],
  [
    controller({}, { addons: qa.addons }),
    [
      `envs/qa/environment.ts addons: expected eks-pod-identity-agent among the add-ons, got ["vpc-cni","kube-proxy","coredns"]; load-balancer-controller is served by Pod Identity   [pod-identity-agent]`,
    ],
  ],
])("%#: a controller that would not work is refused", (environment, sentences) => {
  expect(refusals(environment)).toEqual(sentences);
});

it.each([
  [controller()],
  [controller({ chartVersion: "3.6.0", policyArns: { own: "arn:aws:iam::444444444444:policy/controller" } })],
  [existing({}, platform({ taggedSubnets: true }))],
  [existing({}, platform({ ingressClass: { parameters: { subnets: { ids: ["subnet-0a"] } } } }))],
  [controller({ isolated: true, imageRepository: "444444444444.dkr.ecr.us-east-1.amazonaws.com/controller" }, { network: { ...qa.network, nat: "none" } })],
])("%#: one that works is taken", (environment) => {
  expect(refusals(environment)).toEqual([]);
});

it("on Fargate alone its role comes by IRSA", () => {
  expect(refusals(controller({}, fargate("kube-system"))).filter((sentence) => sentence.includes("controller"))).toEqual([
    `envs/qa/environment.ts platform.identity: expected irsa, got "podIdentity"; Fargate has no agent of Pod Identity; try "irsa"   [controller-fargate-identity]`,
  ]);
  expect(refusals(qaWith({ ...platform({}, { identity: "irsa" }), ...fargate("kube-system") }))).toEqual([]);
});

it("a destroy that needs the aws command where there may be none is warned of", () => {
  const told = (changes: object) => warnings(qaWith(platform(changes, { access: { token: {} } }))).filter((sentence) => sentence.includes("controller-drain"));
  expect(told({})).toEqual([
    `${at}.drain: expected null, or the aws command where Terraform runs, got {"timeoutMinutes":15,"profile":null,"roleArn":null}; platform.access.token is for workers without it, and there a destroy would stop   [controller-drain]`,
  ]);
  expect(told({ drain: null })).toEqual([]);
});

describe("in an environment", () => {
  const stack = stackOf(controller({ values: { podLabels: { team: "edge" } } }));
  const release = stack["resource"].helm_release.load_balancer_controller_this;

  it("the controller comes after nodes, add-ons and its role, and a destroy waits before it goes", () => {
    expect(release.depends_on).toEqual(expect.arrayContaining(["aws_eks_node_group.node_groups_this", "local.addons_addons", "aws_eks_pod_identity_association.platform_identities_this"]));
    expect(stack["resource"].terraform_data.load_balancer_controller_drain.depends_on).toEqual(["helm_release.load_balancer_controller_this"]);
  });

  it("its load balancers have the tags of the environment, and a destroy the credentials of the deploy", () => {
    const given = stackOf(controller({ defaultTags: { Owner: "edge" } }, { tags: { CostCenter: "shop" }, ...platform({ defaultTags: { Owner: "edge" } }, { access: { exec: { profile: "deploy" } } }) }));
    expect(given["variable"].load_balancer_controller.default).toMatchObject({
      default_tags: { Environment: "qa", ManagedBy: "terraform", CostCenter: "shop", Owner: "edge" },
      drain: { timeout_minutes: 15, profile: "deploy", role_arn: null },
    });
  });

  it("its role may open security groups of the environment's VPC alone", () => {
    expect(stack["resource"].aws_iam_role_policy.platform_identities_load_balancer_controller.for_each).toContain("vpc_id = aws_vpc.network_this.id");
  });

  it("further values come last", () => {
    expect(release.values).toMatch(/tolist\(\[yamlencode\(\{ podLabels = \{ team = "edge" \} \}\)\]\)\)\}$/);
  });
});
