import { controllerVersion, loadBalancerControllerChart } from "../../charts/aws-load-balancer-controller";
import type { Problem } from "../../kernel";
import { join } from "../../kernel/check";
import { nearest } from "../../kernel/nearest";
import type { CheckedEnvironment } from "../environment";
import type { ReadableEnvironment } from "../readable";
import { chartValueProblems } from "./chart-values";

type Controller = NonNullable<NonNullable<CheckedEnvironment["platform"]>["loadBalancerController"]>;

const onRecord = Object.keys(loadBalancerControllerChart.versions);

/** What is wrong between the controller, its chart's version, and the nodes and subnets that it needs. `path` is where it stands. */
export function controllerProblems(path: string, environment: ReadableEnvironment): Problem[] {
  const controller = environment.platform?.loadBalancerController;
  if (controller == null) return [];
  return [...versionProblems(path, controller), ...namespaceProblems(path, controller, environment), ...placeProblems(path, controller, environment), ...subnetProblems(path, controller, environment), ...isolationProblems(path, controller, environment)];
}

function versionProblems(path: string, { chartVersion, policyArns, featureGates, values }: Controller): Problem[] {
  const known = controllerVersion(chartVersion);
  const policy = known !== undefined || Object.keys(policyArns).length > 0;
  const why = "another version may need what the policy on record does not allow";
  const unknown = { path: `${path}.chartVersion`, expected: `a version with a policy on record (${onRecord.join(", ")}), or policyArns of your own`, got: chartVersion, why, rule: "controller-version-policy" };
  const gates = Object.keys(featureGates).filter((gate) => known !== undefined && !known.featureGates.includes(gate));
  return [
    ...(policy ? [] : [unknown]),
    ...gates.map((gate) => ({ path: join(`${path}.featureGates`, gate), expected: `a feature of the controller ${chartVersion}`, got: gate, suggestion: nearest(gate, known!.featureGates), rule: "controller-feature-gate" })),
    ...chartValueProblems(`${path}.values`, loadBalancerControllerChart, chartVersion, values),
  ];
}

/** It stands before the namespaces of the platform, so that their ingresses are deleted while it runs. */
function namespaceProblems(path: string, { namespace }: Controller, { platform }: ReadableEnvironment): Problem[] {
  const declared = Object.entries(platform?.namespaces ?? {});
  const there = ["kube-system", ...declared.flatMap(([name, { origin }]) => (origin === "existing" ? [name] : []))];
  if (there.includes(namespace)) return [];
  const why = declared.some(([name]) => name === namespace) ? "platform.namespaces makes it after the controller, so that ingresses in namespaces are deleted while it runs" : "nothing makes it";
  return [{ path: `${path}.namespace`, expected: `a namespace that is there before (${[...new Set(there)].join(", ")})`, got: namespace, why, suggestion: "kube-system", rule: "controller-namespace" }];
}

/** Its pods must start somewhere, and get their role there. */
function placeProblems(path: string, { namespace }: Controller, { nodeGroups = {}, fargateProfiles = {}, cluster, platform }: ReadableEnvironment): Problem[] {
  if (Object.keys(nodeGroups).length > 0 || cluster?.autoMode != null) return [];
  const onFargate = Object.values(fargateProfiles).some(({ selectors }) => selectors.some((selector) => selector.namespace === namespace && Object.keys(selector.labels).length === 0));
  if (!onFargate) return [{ path, expected: `node groups, or a Fargate profile for all of ${namespace}`, got: "neither", why: "the controller's pods would never start", rule: "controller-nodes" }];
  if (platform?.identity === "irsa") return [];
  return [{ path: path.replace(/\.loadBalancerController$/, ".identity"), expected: "irsa", got: platform?.identity, why: "Fargate has no agent of Pod Identity", suggestion: "irsa", rule: "controller-fargate-identity" }];
}

function subnetProblems(path: string, { taggedSubnets, ingressClass }: Controller, { existingNetwork }: ReadableEnvironment): Problem[] {
  if (existingNetwork == null || taggedSubnets || ingressClass?.parameters?.subnets != null) return [];
  return [
    {
      path: `${path}.taggedSubnets`,
      expected: "true, once the subnets have their tags, or ingressClass.parameters.subnets",
      got: false,
      why: "without kubernetes.io/role/elb and kubernetes.io/role/internal-elb the controller guesses subnets by their routes, or finds none",
      rule: "controller-subnets",
    },
  ];
}

/** Without a way to the internet neither the public registry nor Shield and WAF can be reached. */
function isolationProblems(path: string, { isolated, imageRepository }: Controller, { network }: ReadableEnvironment): Problem[] {
  if (network?.nat !== "none") return [];
  const why = "private subnets have no NAT gateway";
  return [
    ...(isolated ? [] : [{ path: `${path}.isolated`, expected: "true", got: false, why: `${why}, and the controller would fail for want of Shield and WAF`, suggestion: true, rule: "controller-isolated" }]),
    ...(imageRepository === null ? [{ path: `${path}.imageRepository`, expected: "a mirror of the image", got: null, why: `${why}, and public.ecr.aws has no endpoint inside a VPC`, rule: "controller-image" }] : []),
  ];
}
