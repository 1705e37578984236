import { mockAttributes } from "../../aws/mock-attributes";
import { fromVariables, type ModuleDefinition } from "../../kernel";
import { fargateProfilesAbout } from "./about";
import { FargateProfiles } from "./fargate-profiles";
import { fargateProfilesInputs } from "./inputs";

const subnets = `subnet_ids = {
  "us-east-1a" = "subnet-0123456789abcdef0"
  "us-east-1b" = "subnet-0123456789abcdef1"
}`;

export const fargateProfilesModule = {
  name: "fargate-profiles",
  doc: "Fargate profiles of an Amazon EKS cluster: pods without nodes, the role with which Fargate pulls their images, and their logs in CloudWatch.",
  about: fargateProfilesAbout,
  inputs: fargateProfilesInputs,
  build: (scope) => void new FargateProfiles(scope, "fargate_profiles", fromVariables),
  example: `cluster_name = "eks-example"
region       = "us-east-1"
account      = "111122223333"

${subnets}

profiles = {
  jobs = {
    selectors = [{ namespace = "jobs" }]
  }
}`,
  complete: `cluster_name = "eks-example"
region       = "us-east-1"
account      = "111122223333"

# Private subnets only.
${subnets}

profiles = {
  # CoreDNS runs on Fargate too, where the cluster has no nodes.
  system = {
    selectors = [{ namespace = "kube-system", labels = { "k8s-app" = "kube-dns" } }]
  }
  jobs = {
    selectors = [
      { namespace = "jobs-*" },
      { namespace = "default", labels = { runtime = "fargate" } },
    ]
    zones = ["us-east-1a"]
    tags  = { Team = "data" }
  }
}

# Apply the output logging_manifest to the cluster, and the pods write to the group.
logging = {
  retention_days = 30
}

role_path = "/platform/"

tags = {
  Environment = "example"
}`,
  tests: {
    mocks: mockAttributes,
    smallest: {
      "a profile in all subnets": "length(aws_eks_fargate_profile.this[\"jobs\"].subnet_ids) == 2",
      "the role is for the profiles of this cluster alone":
        'jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Condition.ArnLike["aws:SourceArn"] == "arn:aws:eks:us-east-1:111122223333:fargateprofile/eks-example/*"',
      "no log group": "length(aws_cloudwatch_log_group.this) == 0 && output.logging_manifest == null",
    },
    complete: {
      "two profiles": 'keys(module.fargate_profiles.fargate_profile_arns) == ["jobs", "system"]',
      "logs go to the group of the cluster": 'module.fargate_profiles.log_group_name == "/aws/eks/eks-example/fargate"',
      "the manifest names the group": 'strcontains(module.fargate_profiles.logging_manifest, "log_group_name /aws/eks/eks-example/fargate")',
    },
    plans: {
      "a name that EKS keeps for itself is refused": { given: 'profiles = { eks-jobs = { selectors = [{ namespace = "jobs" }] } }', refusedBy: "var.profiles" },
      "a zone without a subnet is refused": { given: 'profiles = { jobs = { selectors = [{ namespace = "jobs" }], zones = ["us-east-1f"] } }', refusedBy: "aws_eks_fargate_profile.this" },
    },
  },
} satisfies ModuleDefinition;
