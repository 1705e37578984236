import { type Judged, merged } from "../judged";
import type { ReadableEnvironment } from "../readable";
import { accessProblems } from "./access-checks";
import { fluentdProblems } from "./fluentd-checks";
import { controllerProblems, controllerWarnings } from "./load-balancer-controller-checks";
import { customResourceProblems } from "./custom-resource-checks";
import { loadBalancersProblems } from "./load-balancers-checks";
import { namespaceProblems } from "./namespace-checks";
import { judgeRbac } from "./rbac-checks";
import { releaseProblems } from "./release-checks";
import { snapshotClassProblems, storageClassProblems, volumeDrainWarnings } from "./storage-class-checks";

/** What is wrong with what runs inside the cluster, by what is known of AWS, of the charts and of the parts between each other. */
export function judgePlatform(path: string, environment: ReadableEnvironment): Judged {
  if (environment.platform == null) return { problems: [], warnings: [] };
  const at = `${path}platform`;
  const problems = [
    ...accessProblems(at, environment),
    ...namespaceProblems(at, environment),
    ...storageClassProblems(at, environment),
    ...snapshotClassProblems(at, environment),
    ...controllerProblems(`${at}.loadBalancerController`, environment),
    ...fluentdProblems(`${at}.fluentd`, environment),
    ...releaseProblems(at, environment.platform),
    ...customResourceProblems(`${at}.customResources`, environment.platform.customResources),
    ...loadBalancersProblems(`${at}.loadBalancers`, environment),
  ];
  const warnings = [...volumeDrainWarnings(at, environment), ...controllerWarnings(`${at}.loadBalancerController`, environment)];
  return merged([{ problems, warnings }, judgeRbac(`${at}.rbac`, environment)]);
}
