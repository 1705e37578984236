import { refusal } from "./refusal";
import type { TerraformCloud } from "./terraform-cloud";

/** The state of a workspace as it was written; nothing where none was. `path` is how the workspace is told. */
export async function currentState(cloud: TerraformCloud, workspace: string, path: string): Promise<Buffer | undefined> {
  const { status, data, errors } = await cloud.request<{ readonly "hosted-state-download-url"?: string | null }>("GET", `workspaces/${workspace}/current-state-version`);
  if (status === 404) return undefined;
  const address = data?.attributes["hosted-state-download-url"];
  const content = address ? await cloud.content(address) : undefined;
  if (content?.bytes === undefined) throw refusal(path, "its state or none", errors || content?.status || status);
  return Buffer.from(content.bytes);
}
