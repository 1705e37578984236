import type { About } from "../../kernel";
import { costs, fixed, rate } from "../costs";

export const clusterAbout: About = {
  makes: [
    "The control plane, its role with the policies that the chosen options need, and its log group.",
    "A KMS key for the secrets with an alias and an explicit policy, unless `secrets_key.arn` names one.",
    "An access entry for each key of `access_entries`, with its policies.",
    "IAM's OIDC provider for IRSA, unless `oidc_provider` is null.",
    "A security group of the control plane's own and named rules, when given.",
    "With `auto_mode` the role of its nodes; with `identity_provider` an external OIDC issuer.",
  ],
  costs: costs([
    fixed("control plane in standard support", "eksCluster", 1),
    fixed("control plane in extended support, instead", "eksClusterExtendedSupport", 0),
    fixed("KMS key", "kmsKey", 1),
  ], [
    `logs of the control plane: ${rate("logIngestion")} taken in, ${rate("logStorage")} kept`,
    "Auto Mode, capabilities, a provisioned tier of the control plane, requests to the key: not priced",
  ]),
};
