import { tf } from "./expression";
import { type Construct, TerraformData } from "./framework";
import type { Expr } from "./handle";
import { type Binding, resource } from "./resource";

interface Kept {
  readonly input: Readonly<Record<string, string>>;
}

/**
 * A number that is greater than before once anything of `told` has changed, and null where it is not `wanted`: the time
 * of the plan that saw the change. For write-only arguments, which Terraform cannot compare with what was.
 */
export function revisionOf(scope: Construct, id: string, { wanted, told, comment }: { readonly wanted: Expr<boolean>; readonly told: readonly unknown[]; readonly comment: string }): Expr<number | null> {
  const kept = resource(TerraformData as unknown as Binding<Kept, { triggersReplace: object; input: object }>, scope, id, {
    count: wanted,
    triggersReplace: { hash: tf`sha256(jsonencode(${told}))` },
    input: { time: tf`formatdate("YYYYMMDDhhmmss", plantimestamp())` },
    lifecycle: { ignoreChanges: ["input"] },
    comment,
  });
  return tf`tonumber(${kept.maybe(({ input }) => input.at("time"))})`;
}
