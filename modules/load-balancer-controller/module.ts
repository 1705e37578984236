import { mockAttributes } from "../../aws/mock-attributes";
import { fromVariables, type ModuleDefinition } from "../../kernel";
import { loadBalancerControllerAbout } from "./about";
import { loadBalancerControllerInputs } from "./inputs";
import { LoadBalancerController } from "./load-balancer-controller";

const settings = "yamldecode(helm_release.this.values[1])";

export const loadBalancerControllerModule: ModuleDefinition = {
  name: "load-balancer-controller",
  doc: "The AWS Load Balancer Controller on Amazon EKS: an Application Load Balancer for ingresses, a Network Load Balancer for services, and a destroy that leaves none of them behind.",
  about: loadBalancerControllerAbout,
  inputs: loadBalancerControllerInputs,
  build: (scope) => void new LoadBalancerController(scope, "load_balancer_controller", fromVariables),
  example: `cluster_name = "eks-example"
region       = "us-east-1"
vpc_id       = "vpc-0123456789abcdef0"`,
  complete: `cluster_name = "eks-example"
region       = "us-east-1"
vpc_id       = "vpc-0123456789abcdef0"

# A mirror of chart and image, for a VPC that reaches AWS by endpoints alone.
repository       = "oci://111122223333.dkr.ecr.us-east-1.amazonaws.com/charts"
image_repository = "111122223333.dkr.ecr.us-east-1.amazonaws.com/eks/aws-load-balancer-controller"
isolated         = true

# What the module workload-identity gives for IRSA; nothing with Pod Identity.
service_account_annotations = {
  "eks.amazonaws.com/role-arn" = "arn:aws:iam::111122223333:role/eks-example-load-balancer-controller-pod"
}

replicas  = 3
resources = { requests = { cpu = "200m", memory = "256Mi" }, limits = { memory = "1Gi" } }

tolerations   = [{ key = "CriticalAddonsOnly", operator = "Exists" }]
node_selector = { role = "system" }
zone_spread   = "DoNotSchedule"

ingress_class = {
  default = true
  parameters = {
    scheme        = "internal"
    group         = "shared"
    ssl_policy    = "ELBSecurityPolicy-TLS13-1-2-2021-06"
    inbound_cidrs = ["10.0.0.0/8"]
    subnets       = { ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"] }

    load_balancer_attributes = {
      "idle_timeout.timeout_seconds" = "120"
    }
  }
}

default_tags = {
  Environment = "example"
}

feature_gates = {
  SubnetDiscoveryByReachability = false
}

service_monitor = {
  labels = { release = "prometheus" }
}

# Where Terraform runs there is no aws command, so a destroy does not wait.
drain = null`,
  tests: {
    mocks: mockAttributes,
    smallest: {
      "no pod asks the instance where it is": 'yamldecode(helm_release.this.values[0]) == { clusterName = "eks-example", region = "us-east-1", vpcId = "vpc-0123456789abcdef0", serviceAccount = { name = "aws-load-balancer-controller", annotations = {} } }',
      "two replicas, of which one stays": `${settings}.replicaCount == 2 && ${settings}.podDisruptionBudget.maxUnavailable == 1`,
      "the webhooks keep their certificate": `${settings}.keepTLSSecret`,
      "what is off is left to the chart": `!contains(keys(${settings}), "enableShield") && !contains(keys(${settings}), "serviceMonitor")`,
      "a destroy waits for what the controller made": "terraform_data.drain.input.timeout_seconds == 900",
    },
    complete: {
      "the class has its name": 'module.load_balancer_controller.ingress_class_name == "alb"',
    },
    plans: {
      "without the aws command a destroy does not wait": { given: "drain = null", holds: { "no time to wait": "terraform_data.drain.input.timeout_seconds == 0" } },
      "a name in place of an id is refused": { given: 'vpc_id = "main"', refusedBy: "var.vpc_id" },
      "a tag with a comma is refused": { given: 'default_tags = { Owners = "a,b" }', refusedBy: "var.default_tags" },
    },
  },
};
