import type { TerraformCloud } from "./terraform-cloud";

interface Actions {
  readonly actions?: { readonly "is-cancelable"?: boolean; readonly "is-discardable"?: boolean };
}

/** Cancels a run that is under way, or discards its plan. Of one that has ended nothing becomes. */
export async function endRun(cloud: TerraformCloud, id: string, comment: string): Promise<void> {
  const { actions = {} } = (await cloud.request<Actions>("GET", `runs/${id}`)).data?.attributes ?? {};
  const action = actions["is-cancelable"] ? "cancel" : actions["is-discardable"] ? "discard" : undefined;
  if (action !== undefined) await cloud.request("POST", `runs/${id}/actions/${action}`, { body: { comment } });
}
