import { terraform, type TerraformOptions } from "../terraform/terraform";

/** A plan file as JSON, for `review/`. It may hold secrets. */
export async function shownPlan(planFile: string, options: TerraformOptions): Promise<unknown> {
  return JSON.parse((await terraform(["show", "-json", "-no-color", planFile], options)).stdout) as unknown;
}
