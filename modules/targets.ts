import type { Target } from "../kernel";

/** What parts inside a cluster are made with. The oldest helm takes `set_wo`, the oldest kubernetes versioned resources. */
const others: Target["others"] = {
  helm: { source: "hashicorp/helm", constraint: ">= 3.1, < 4.0", example: 'kubernetes = {\n  config_path = "~/.kube/config"\n}' },
  kubernetes: { source: "hashicorp/kubernetes", constraint: ">= 2.38, < 3.0", example: 'config_path = "~/.kube/config"' },
};

const aws = { provider: "aws", source: "hashicorp/aws", example: 'region = "us-east-1"' };

/** What the modules are generated for, by the oldest AWS provider that they run on. The first is `generated/`. */
export const flavours: Readonly<Record<string, Target>> = {
  "5.100": { ...aws, floor: "5.100.0", constraint: ">= 5.100, < 7.0", others },
  "6.25": { ...aws, floor: "6.25.0", constraint: ">= 6.25, < 7.0", others },
};
