import { EksIdentityProviderConfig } from "@cdktf/provider-aws/lib/eks-identity-provider-config";
import { type Construct, type Expr, type Handles, present, resource, some } from "../../kernel";
import type { clusterInputs } from "./inputs";

/** The issuer of the user's own that signs in people. */
export function identityProvider(scope: Construct, { identityProvider: declared, tags }: Handles<typeof clusterInputs>, clusterName: Expr<string>): void {
  const { name, issuerUrl, clientId, usernameClaim, usernamePrefix, groupsClaim, groupsPrefix, requiredClaims } = some(declared);
  resource(EksIdentityProviderConfig, scope, "this", {
    count: present(declared),
    clusterName,
    oidc: { identityProviderConfigName: name, issuerUrl, clientId, usernameClaim, usernamePrefix, groupsClaim, groupsPrefix, requiredClaims },
    tags,
  });
}
