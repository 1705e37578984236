import { refusal } from "./refusal";
import type { TerraformCloud } from "./terraform-cloud";

/** To who may not see an organization nothing of it is there: it would look like one without workspaces. */
export async function refuseUnseen(cloud: TerraformCloud, organization: string): Promise<void> {
  const { status } = await cloud.request("GET", `organizations/${organization}`);
  if (status !== 200) throw refusal(cloud.host, "an organization that the token may see", organization);
}
