import { arnPatterns } from "../../aws/arn-patterns";
import { type Expr, flag, map, matches, nullable, object, text, tf } from "../../kernel";
import { LoadBalancerController } from "../../modules/load-balancer-controller/load-balancer-controller";
import { loadBalancerControllerInputs } from "../../modules/load-balancer-controller/inputs";
import type { CheckedEnvironment } from "../environment";
import { tagsOf } from "../provider";
import { chartValuesInput, documents } from "./chart-values";
import { drainAccess } from "./drain-access";
import type { Identified, PartIdentities } from "./place";

const { clusterName: _name, region: _region, vpcId: _vpc, serviceAccountAnnotations: _annotations, ready: _ready, values: _values, ...own } = loadBalancerControllerInputs;

/** The controller as an environment says it: what the cluster and the network tell is wired. */
export const loadBalancerControllerInput = nullable(
  object(
    {
      ...own,
      values: chartValuesInput,
      policyArns: map(text({ rules: [matches("controller-policy", arnPatterns.iamPolicy, "the ARN of an IAM policy")] }), {
        default: {},
        doc: "Policies of your own by a name of yours, in place of the one that is on record for the chart's version.",
      }),
      taggedSubnets: flag({
        default: false,
        doc: "The subnets of an existing network carry `kubernetes.io/role/elb` where they are public and `kubernetes.io/role/internal-elb` where they are private. A network that is made here always has them.",
      }),
    },
    { doc: "The AWS Load Balancer Controller: load balancers for ingresses and services." },
  ),
);

type Given = NonNullable<CheckedEnvironment["platform"]>["loadBalancerController"];

/** The role of the controller, with the policy of its version, or with what the environment gives in its place. */
export function loadBalancerControllerIdentities({ loadBalancerController: given, identity }: { readonly loadBalancerController?: Given; readonly identity?: "podIdentity" | "irsa" }, vpcId: Expr<string> | null): PartIdentities {
  if (given == null) return {};
  const { namespace, serviceAccount, policyArns, featureGates } = given;
  const permissions = {
    loadBalancerController: {
      vpcId,
      certificates: featureGates["EnableCertificateManagement"] === true ? {} : null,
      accelerators: featureGates["GlobalAcceleratorController"] === true ? {} : null,
    },
  };
  const allowed = Object.keys(policyArns).length > 0 ? { managedPolicyArns: policyArns } : { permissions };
  return { "load-balancer-controller": { namespace, serviceAccount, method: identity ?? "podIdentity", ...allowed } };
}

/** Made where the environment has it. */
export function loadBalancerController({ stack, environment, network, cluster, identities, ready }: Identified): LoadBalancerController | undefined {
  const { region, platform } = environment;
  const given = platform!.loadBalancerController;
  if (given === null) return undefined;
  const { values, policyArns: _, taggedSubnets: __, drain, defaultTags, ...asModule } = given;
  return new LoadBalancerController(stack, "load_balancer_controller", {
    ...asModule,
    clusterName: cluster.name,
    region,
    vpcId: network.vpcId,
    serviceAccountAnnotations: tf<Readonly<Record<string, string>>>`${identities.annotations}["load-balancer-controller"]`,
    // The controller's load balancers do not know the provider's default tags.
    defaultTags: { ...tagsOf(environment), ...defaultTags },
    drain: drainAccess(drain, environment),
    values: tf<readonly string[]>`${documents(values)}`,
    ready: tf<readonly string[]>`concat(${ready}, ${identities.ready})`,
  });
}
