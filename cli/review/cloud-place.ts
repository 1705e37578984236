import type { ReviewRemark } from "../../envs/review-remark";
import { ProblemsError } from "../../kernel/problem";

/** Where an environment is reviewed in Terraform Cloud or Enterprise. */
export interface CloudPlace {
  readonly hostname: string;
  readonly organization: string;
  readonly project: string | null;
}

/** What a command says of it. */
export interface CloudPlaceOptions {
  readonly host?: string;
  readonly organization?: string;
}

/** A command's options come before the environment's file. */
export function cloudPlaceOf(environment: string, { cloud }: Pick<ReviewRemark, "cloud">, { host, organization = cloud?.organization }: CloudPlaceOptions): CloudPlace {
  const hostname = host ?? cloud?.hostname ?? "app.terraform.io";
  if (organization === undefined) throw new ProblemsError([{ path: `envs/${environment}/environment.ts`, expected: "review.cloud with an organization of Terraform Cloud, or --organization", why: "--local plans on this machine, without an account", rule: "review-place" }]);
  // A token goes there: by its name alone, with TLS.
  if (!URL.canParse(`https://${hostname}`) || new URL(`https://${hostname}`).host !== hostname) throw new ProblemsError([{ path: "--host", expected: "the name of a host", got: hostname, suggestion: "app.terraform.io", rule: "review-place" }]);
  return { hostname, organization, project: cloud?.project ?? null };
}
