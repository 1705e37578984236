import { TerraformCloud } from "../terraform-cloud/terraform-cloud";
import { refusal } from "../terraform-cloud/refusal";
import type { CloudPlace } from "./state-place";
import type { StateLock } from "./state-lock";

/**
 * Who has locked a workspace: somebody, or a run that is under way or waits for an answer. Nothing where nobody has, or
 * where there is no workspace yet. https://developer.hashicorp.com/terraform/cloud-docs/api-docs/workspaces (read 2026-11-22)
 */
export async function workspaceLock({ host, organization, workspace }: CloudPlace): Promise<StateLock | undefined> {
  const cloud = await TerraformCloud.discover(new URL(`https://${host}`));
  const path = `organizations/${organization}/workspaces/${workspace}`;
  const { status, data, included, errors } = await cloud.request<Readonly<Record<string, unknown>>>("GET", `${path}?include=locked_by`);
  if (status === 404) return undefined;
  if (data === undefined) throw refusal(`${host} GET ${path}`, "a workspace", errors || status);
  if (data.attributes["locked"] !== true) return undefined;
  const by = data.relationships?.["locked-by"]?.data as { readonly type: string; readonly id: string } | null | undefined;
  const name = included.find(({ id }) => id === by?.id)?.attributes["username"];
  const where = `https://${host}/app/${organization}/workspaces/${workspace}`;
  const reason = data.attributes["locked-reason"];
  return {
    // What `terraform force-unlock` takes for a workspace.
    id: `${organization}/${workspace}`,
    kind: by?.type === "runs" ? "run" : "workspace",
    where: by?.type === "runs" ? `${where}/runs/${by.id}` : where,
    who: typeof name === "string" ? name : by?.id ?? "",
    operation: typeof reason === "string" ? reason : "",
    created: "",
    version: "",
  };
}
