import { argumentSince } from "../../aws/provider-floor";
import type { About, Has } from "../../kernel";
import { costs, fixed, rate } from "../costs";

export const clusterAbout = (has: Has): About => ({
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
    `Auto Mode, ${has(argumentSince("aws_eks_capability", "type")) ? "capabilities, " : ""}${has(argumentSince("aws_eks_cluster", "control_plane_scaling_config")) ? "a provisioned tier of the control plane, " : ""}requests to the key: not priced`,
  ]),
});
