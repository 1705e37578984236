import type { ModuleDefinition } from "../kernel";
import { addonsModule } from "./addons/module";
import { clusterModule } from "./cluster/module";
import { customResourcesModule } from "./custom-resources/module";
import { eksPlatformModule } from "./eks-platform/module";
import { fargateProfilesModule } from "./fargate-profiles/module";
import { fluentdModule } from "./fluentd/module";
import { helmReleaseModule } from "./helm-release/module";
import { loadBalancerControllerModule } from "./load-balancer-controller/module";
import { loadBalancersModule } from "./load-balancers/module";
import { namespacesModule } from "./namespaces/module";
import { networkModule } from "./network/module";
import { nodeGroupsModule } from "./node-groups/module";
import { rbacModule } from "./rbac/module";
import { stateBackendModule } from "./state-backend/module";
import { storageClassesModule } from "./storage-classes/module";
import { workloadIdentityModule } from "./workload-identity/module";

/** Every construct that is published. */
export const modules: readonly ModuleDefinition[] = [
  eksPlatformModule,
  networkModule,
  clusterModule,
  nodeGroupsModule,
  fargateProfilesModule,
  addonsModule,
  workloadIdentityModule,
  loadBalancerControllerModule, loadBalancersModule,
  fluentdModule,
  storageClassesModule,
  customResourcesModule,
  helmReleaseModule,
  namespacesModule,
  rbacModule,
  stateBackendModule,
];
