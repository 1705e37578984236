import type { About } from "../../kernel";
import { costs } from "../costs";

export const workloadIdentityAbout: About = {
  makes: [
    "A role for each key of `identities`; its trust names one service account of one cluster.",
    "By Pod Identity, the association that tells EKS which role the pods get; by IRSA, the trust in the cluster's OIDC provider.",
    "An inline policy for each permission that is asked for, and one for your own statements; attachments of managed policies that you name.",
  ],
  costs: costs([]),
};
