import type { ReadLayer } from "../plan-json";
import type { AccessChange } from "../report/review";
import { endpointChanges } from "./endpoint-access";
import { entryChanges } from "./entry-access";
import { networkChanges } from "./network-access";
import { podRoleChanges } from "./pod-access";
import { resourcePolicyChanges } from "./resource-access";
import { isNewCluster, roleChanges } from "./role-access";
import { unreadOnce } from "./unread-policies";

/**
 * Who may do more, or be reached by more, than before; what becomes narrower is left out. What is new counts where somebody outside
 * of it gains by it: a principal that gets into a new cluster, the internet that reaches a new group. Roles that are made together
 * with what uses them do not, so that the first plan of an environment stays readable.
 */
export function accessChanges(layers: readonly ReadLayer[]): AccessChange[] {
  return unreadOnce([...endpointChanges(layers), ...networkChanges(layers), ...entryChanges(layers), ...podRoleChanges(layers, isNewCluster(layers)), ...roleChanges(layers), ...resourcePolicyChanges(layers)]);
}
