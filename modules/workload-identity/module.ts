import { mockAttributes } from "../../aws/mock-attributes";
import { fromVariables, type ModuleDefinition } from "../../kernel";
import { workloadIdentityAbout } from "./about";
import { completeExample } from "./complete";
import { workloadIdentityInputs } from "./inputs";
import { workloadIdentityTests } from "./tests";
import { WorkloadIdentity } from "./workload-identity";

export const workloadIdentityModule = {
  name: "workload-identity",
  doc: "IAM roles of Kubernetes service accounts on Amazon EKS, by Pod Identity, by IRSA or by both, with the permissions of known software.",
  about: workloadIdentityAbout,
  inputs: workloadIdentityInputs,
  build: (scope) => void new WorkloadIdentity(scope, "workload_identity", fromVariables),
  example: `cluster_name = "eks-example"
region       = "us-east-1"
account      = "111122223333"

identities = {
  controller = {
    namespace       = "kube-system"
    service_account = "aws-load-balancer-controller"
    permissions     = { load_balancer_controller = {} }
  }
}`,
  complete: completeExample,
  tests: workloadIdentityTests(mockAttributes),
} satisfies ModuleDefinition;
