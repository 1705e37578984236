import { createHash } from "node:crypto";
import { refusal } from "../terraform-cloud/refusal";
import { TerraformCloud } from "../terraform-cloud/terraform-cloud";
import type { StateFile } from "./state-file";
import type { CloudPlace } from "./state-place";

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
