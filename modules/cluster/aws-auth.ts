import { type Expr, type Handles, some, tf } from "../../kernel";
import type { clusterInputs } from "./inputs";

/** The `aws-auth` ConfigMap as a manifest, or null where it is not in use. EKS reads the lists in it as text of their own. */
export function awsAuthManifest({ awsAuth }: Handles<typeof clusterInputs>): Expr<string | null> {
  const { roles, users, accounts } = some(awsAuth);
  const mapped = (mapping: Expr<unknown>, arn: string) => tf`yamlencode([for item in values(${mapping}) : { ${tf`${arn}`} = item.arn, username = item.username, groups = item.groups }])`;
  const manifest = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "aws-auth", namespace: "kube-system" },
    data: { mapRoles: mapped(roles, "rolearn"), mapUsers: mapped(users, "userarn"), mapAccounts: tf`yamlencode(${accounts})` },
  };
  return tf<string | null>`${awsAuth} == null ? null : yamlencode(${manifest})`;
}
