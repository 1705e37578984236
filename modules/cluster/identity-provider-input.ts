import { requiredClaims } from "../../aws/cluster-limits";
import { keys, length, map, matches, nullable, object, text } from "../../kernel";

const claim = (id: string, doc: string) => nullable(text({ doc, rules: [length(id, 1, 253)] }));

/** People who sign in at an OIDC issuer of yours, beside IAM. Not IAM's provider for pods, which is `oidcProvider`. */
export const identityProviderInput = nullable(
  object(
    {
      name: text({ doc: "Name of the configuration.", rules: [matches("identity-provider-name", /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/, "1 to 100 letters, digits, hyphens and underscores, the first a letter or digit")] }),
      issuerUrl: text({
        doc: "URL of the issuer, as tokens name it. EKS must reach it over the internet.",
        rules: [matches("identity-provider-issuer", /^https:\/\/[^\s?#]+$/, "a URL that begins with https:// and has no query")],
      }),
      clientId: text({ doc: "Audience of the tokens.", rules: [length("identity-provider-client", 1, 253)] }),
      usernameClaim: claim("identity-provider-username-claim", "Claim that is the user's name. Absent: `sub`."),
      usernamePrefix: claim("identity-provider-username-prefix", "Put before user names, so that they meet no others; `-` puts nothing. Absent: the issuer's URL, but for the claim `email`."),
      groupsClaim: claim("identity-provider-groups-claim", "Claim that lists the user's groups."),
      groupsPrefix: claim("identity-provider-groups-prefix", "Put before group names, so that nobody is in a group of Kubernetes itself."),
      requiredClaims: map(text({ rules: [length("identity-provider-claim-value", 1, requiredClaims.valueMaxLength)] }), {
        default: {},
        doc: "Claims that a token must have, with their values.",
        rules: [keys(length("identity-provider-claim", 1, requiredClaims.keyMaxLength))],
      }),
    },
    { doc: "An OIDC issuer of yours that signs in people, beside IAM. A cluster has one at most, and a change of anything but tags replaces it." },
  ),
);
