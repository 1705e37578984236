import { arnPatterns } from "../../aws/arn-patterns";
import { profileName } from "../../aws/kubeconfig";
import { choice, exactlyOne, matches, nullable, object, text } from "../../kernel";
import { fluentdInput } from "./fluentd";
import { loadBalancerControllerInput } from "./load-balancer-controller";
import { loadBalancersInput } from "./load-balancers";
import { loadBalancerCidrsInput, namespacesInput } from "./namespaces";
import { customResourcesInput, releasesInput } from "./release-inputs";
import { rbacInput } from "./rbac";
import { snapshotClassesInput, storageClassesInput, volumeDrainInput } from "./storage-classes";

const access = object(
  {
    exec: nullable(
      object(
        {
          profile: nullable(text({ doc: "Profile of the aws command's configuration.", rules: [matches("exec-profile", profileName, "the name of a profile")] })),
          roleArn: nullable(text({ doc: "Role to assume. Absent: that of `provider.roleArn`.", rules: [matches("exec-role", arnPatterns.iamRole, "the ARN of an IAM role")] })),
        },
        { doc: "By `aws eks get-token`: a fresh token whenever one is needed. The aws command must be there where Terraform runs." },
      ),
    ),
    token: nullable(object({}, { doc: "By a token that the AWS provider makes, for workers without the aws command. It is kept neither in the state nor in a plan, and lasts 15 minutes." })),
  },
  {
    doc: "How Terraform authenticates to the cluster's API.",
    default: { exec: {} },
    rules: [exactlyOne("platform-access-kind", ["exec", "token"])],
  },
);

/** What runs inside the cluster. */
export const platformInput = object(
  {
    access,
    identity: choice(["podIdentity", "irsa"], {
      default: "podIdentity",
      doc: "How the platform's own pods come by their roles: by EKS Pod Identity, which needs the add-on eks-pod-identity-agent, or by the cluster's OIDC provider (IRSA).",
    }),
    namespaces: namespacesInput,
    loadBalancerCidrs: loadBalancerCidrsInput,
    rbac: rbacInput,
    storageClasses: storageClassesInput,
    snapshotClasses: snapshotClassesInput,
    volumeDrain: volumeDrainInput,
    loadBalancerController: loadBalancerControllerInput,
    loadBalancers: loadBalancersInput,
    fluentd: fluentdInput,
    releases: releasesInput,
    customResources: customResourcesInput,
  },
  { doc: "What runs inside the cluster: Helm releases and Kubernetes resources." },
);
