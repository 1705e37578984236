import { createHash } from "node:crypto";
import { currentState } from "../terraform-cloud/current-state";
import { refuseUnseen } from "../terraform-cloud/organization";
import { refusal } from "../terraform-cloud/refusal";
import { type CloudOptions, TerraformCloud } from "../terraform-cloud/terraform-cloud";
import type { StateFile } from "./state-file";
import type { CloudPlace } from "./state-place";

/** The state of a workspace as it was written; nothing where none was, or where there is no workspace: `terraform init` would make one. */
export async function workspaceState({ host, organization, workspace }: CloudPlace, options: CloudOptions = {}): Promise<Buffer | undefined> {
  const cloud = await TerraformCloud.discover(new URL(`https://${host}`), options);
  const path = `organizations/${organization}/workspaces/${workspace}`;
  const { status, data, errors } = await cloud.request("GET", path);
  if (data !== undefined) return currentState(cloud, data.id, `${host}/${organization}/${workspace}`);
  await refuseUnseen(cloud, organization);
  if (status !== 404) throw refusal(`${host} GET ${path}`, "a workspace or none", errors || status);
  return undefined;
}

/**
 * Writes the first state of a workspace as it is. `terraform state push` (1.11) gives it a lineage of its own there, and
 * what it then forces Terraform Cloud does not take.
 */
export async function writeFirstState({ host, organization, workspace }: CloudPlace, state: StateFile): Promise<void> {
  const cloud = await TerraformCloud.discover(new URL(`https://${host}`));
  const done = async (path: string, what: string, data?: object) => {
    const { status, data: resource, errors } = await cloud.request(data === undefined ? "GET" : "POST", path, data);
    if (status >= 300) throw refusal(`${host} ${path}`, what, errors || status);
    return resource!;
  };
  const { id } = await done(`organizations/${organization}/workspaces/${workspace}`, "a workspace");
  const bytes = Buffer.from(JSON.stringify(state));
  const attributes = { serial: state.serial, lineage: state.lineage, md5: createHash("md5").update(bytes).digest("hex"), state: bytes.toString("base64") };
  await done(`workspaces/${id}/actions/lock`, "a workspace that nobody has locked", {});
  try {
    await done(`workspaces/${id}/state-versions`, "the state to be taken", { data: { type: "state-versions", attributes } });
  } finally {
    await done(`workspaces/${id}/actions/unlock`, "the workspace to be given back", {});
  }
}
