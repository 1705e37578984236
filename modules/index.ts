import type { ModuleDefinition } from "../kernel";
import { addonsModule } from "./addons/module";
import { clusterModule } from "./cluster/module";
import { fargateProfilesModule } from "./fargate-profiles/module";
import { networkModule } from "./network/module";
import { nodeGroupsModule } from "./node-groups/module";
import { workloadIdentityModule } from "./workload-identity/module";

/** Every construct that is published. */
export const modules: readonly ModuleDefinition[] = [networkModule, clusterModule, nodeGroupsModule, fargateProfilesModule, addonsModule, workloadIdentityModule];
