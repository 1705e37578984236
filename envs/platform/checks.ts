import { type Judged, merged } from "../judged";
import type { ReadableEnvironment } from "../readable";
import { accessProblems } from "./access-checks";
import { drainWarnings } from "./drain-access";
import { fluentdProblems } from "./fluentd-checks";
import { controllerProblems } from "./load-balancer-controller-checks";
import { customResourceProblems } from "./custom-resource-checks";
import { loadBalancersProblems } from "./load-balancers-checks";
import { namespaceProblems } from "./namespace-checks";
import { judgeRbac } from "./rbac-checks";
import { releaseProblems } from "./release-checks";
import { snapshotClassProblems, storageClassProblems } from "./storage-class-checks";

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
  const { storageClasses, snapshotClasses, volumeDrain, loadBalancerController } = environment.platform;
  const hasClasses = Object.keys({ ...storageClasses, ...snapshotClasses }).length > 0;
  const warnings = [
    ...drainWarnings({ path: `${at}.volumeDrain`, rule: "volume-drain" }, hasClasses ? volumeDrain : null, environment),
    ...drainWarnings({ path: `${at}.loadBalancerController.drain`, rule: "controller-drain" }, loadBalancerController?.drain, environment),
  ];
  return merged([{ problems, warnings }, judgeRbac(`${at}.rbac`, environment)]);
}
