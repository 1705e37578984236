import type { Problem } from "../../kernel";
import { join } from "../../kernel/check";
import { betweenNamespaces } from "../../modules/namespaces/problems";
import { settingsOf } from "../addon-settings";
import type { ReadableEnvironment } from "../readable";
import { hasPolicies } from "./policies";

/** What is wrong with namespaces beyond each alone. */
export function namespaceProblems(path: string, environment: ReadableEnvironment): Problem[] {
  const { namespaces } = environment.platform ?? {};
  if (namespaces === undefined) return [];
  return [...betweenNamespaces(path, namespaces), ...enforcementProblems(path, environment), ...loadBalancerProblems(path, environment)];
}

/** Kubernetes takes policies that nobody enforces, and says nothing. */
function enforcementProblems(path: string, environment: ReadableEnvironment): Problem[] {
  const { addons, cluster } = environment;
  if (!hasPolicies(environment) || addons === undefined || cluster === undefined) return [];
  const cni = addons["vpc-cni"];
  const at = `${path}.namespaces`;
  if (cni === undefined) {
    if (cluster.autoMode != null) return [];
    return [{ path: at, expected: "vpc-cni among the add-ons", got: Object.keys(addons), why: "it enforces network policies, and nobody would", rule: "network-policy-agent" }];
  }
  const said = settingsOf(cni)["enableNetworkPolicy"];
  if (said === undefined || said === "true") return [];
  return [{ path: `${path.replace(/platform$/, "")}addons.vpc-cni.configuration.enableNetworkPolicy`, expected: `"true", or nothing`, got: said, why: "nobody would enforce the network policies of platform.namespaces", rule: "network-policy-agent" }];
}

/** The blocks of an existing network's subnets are not known. */
function loadBalancerProblems(path: string, { platform, network, existingNetwork }: ReadableEnvironment): Problem[] {
  const declared = Object.entries(platform?.namespaces ?? {});
  return declared.flatMap(([name, { network: allowed }]): Problem[] => {
    const facing = allowed?.loadBalancers?.facing;
    if (facing === undefined) return [];
    const given = platform?.loadBalancerCidrs?.[facing];
    const at = join(`${path}.namespaces`, name);
    if (given !== undefined ? given.length > 0 : network == null ? existingNetwork == null : facing === "internal" || network.publicSubnets !== null) return [];
    const why = network == null ? "the blocks of an existing network's subnets are not known" : "the network has no public subnets";
    return [{ path: `${at}.network.loadBalancers`, expected: `platform.loadBalancerCidrs.${facing}`, got: given ?? null, why, rule: "network-load-balancer-blocks" }];
  });
}
