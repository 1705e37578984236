import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { keyAdministration, keyAdministrators } from "../../aws/key-policies";
import { choose, type Construct, type Expr, type Handle, present, resource, some, template, tf } from "../../kernel";
import { policyJson } from "../policy-json";
import type { StateBackendHandles } from "./inputs";

/** The key of states and locks, made here or given. Who uses it is said by their own policies, which its account allows. */
export function stateKey(scope: Construct, { bucket, partition, account, key: given, tags }: StateBackendHandles): Handle<string> {
  const create = some(given.create);
  const made = present(given.create);
  const key = resource(KmsKey, scope, "this", {
    count: made,
    // A key that was made and not recorded is found by it.
    description: template`Terraform states in ${bucket}`,
    enableKeyRotation: true,
    rotationPeriodInDays: create.rotationDays,
    deletionWindowInDays: create.deletionWindowDays,
    policy: policyJson(
      [keyAdministration<Expr<string>>(template, { partition, account })],
      [tf`length(${create.administrators}) > 0`, [keyAdministrators(create.administrators as never)]],
    ),
    tags,
  });
  resource(KmsAlias, scope, "this", { count: made, name: template`alias/terraform-state/${bucket}`, targetKeyId: key.only.keyId });
  return choose([made, key.only.arn], some(given.arn));
}
