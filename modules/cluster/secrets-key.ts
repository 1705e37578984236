import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { keyAdministration, keyAdministrators, secretsKeyUse } from "../../aws/key-policies";
import { policyDocument } from "../../aws/policy-statement";
import { choose, type Construct, type Expr, type Handle, type Handles, json, present, resource, some, template, tf } from "../../kernel";
import type { clusterInputs } from "./inputs";
import type { ClusterRole } from "./role";

interface SecretsKey {
  readonly arn: Handle<string>;
  /** What lets the cluster's role use the key. */
  readonly permission: Expr<unknown>;
}

/** The key that encrypts Kubernetes secrets, made here or given. */
export function secretsKey(scope: Construct, inputs: Handles<typeof clusterInputs>, role: ClusterRole): SecretsKey {
  const { name, partition, account, tags, secretsKey: given } = inputs;
  const create = some(given.create);
  const made = present(given.create);
  const document = policyDocument<Expr<string>>([keyAdministration(template, { partition, account }), secretsKeyUse(role.arn)], String);
  const [administrators] = policyDocument<Expr<unknown>>([keyAdministrators(create.administrators as Expr<unknown>)], String)["Statement"] as unknown[];
  const key = resource(KmsKey, scope, "secrets", {
    count: made,
    description: template`Secrets of the EKS cluster ${name}`,
    enableKeyRotation: true,
    rotationPeriodInDays: create.rotationDays,
    deletionWindowInDays: create.deletionWindowDays,
    policy: json({ ...document, Statement: tf`concat(${document["Statement"]}, length(${create.administrators}) == 0 ? [] : [${administrators}])` }),
    tags,
  });
  resource(KmsAlias, scope, "secrets", { count: made, name: template`alias/eks/${name}`, targetKeyId: key.only.keyId });
  const permission = resource(IamRolePolicy, scope, "secrets_key", {
    comment: "A key that is made here names the role in its own policy; a given one is used by permission of the role.",
    count: tf<boolean>`${given.create} == null && ${inputs.role.create} != null`,
    name: "secrets-key",
    role: role.ownId,
    policy: json(policyDocument<Expr<string>>([{ ...secretsKeyUse(role.arn), principals: undefined, resources: [some(given.arn)] }], String)),
  });
  return { arn: choose([made, key.only.arn], some(given.arn)), permission };
}
