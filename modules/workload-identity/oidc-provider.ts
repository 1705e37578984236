import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { choose, type Construct, type Expr, local, present, resource, some, template, tf } from "../../kernel";
import type { WorkloadIdentityHandles } from "./inputs";

export interface OidcProvider {
  readonly arn: Expr<string>;
  /** Without `https://`. */
  readonly issuer: Expr<string>;
}

/** The OIDC provider in the roles' account, made here or given. Null in both parts where there is none. */
export function oidcProvider(scope: Construct, { oidcProvider: given, tags }: WorkloadIdentityHandles): OidcProvider {
  const provider = some(given);
  const made = choose<boolean>([present(given), present(provider.create)], false);
  const own = resource(IamOpenidConnectProvider, scope, "this", {
    comment: "No thumbprint: AWS checks the issuer's certificate against its own list of authorities.",
    count: made,
    url: template`https://${provider.issuer}`,
    clientIdList: ["sts.amazonaws.com"],
    tags,
  });
  return {
    arn: local<string>(scope, "oidc_provider_arn", tf`one(concat(${own}[*].arn, [for provider in ${given}[*] : provider.arn if provider.create == null]))`),
    issuer: local<string>(scope, "oidc_issuer", tf`one(${given}[*].issuer)`),
  };
}
