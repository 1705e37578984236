import type { Target } from "../kernel";

/** What parts inside a cluster are made with. The oldest helm takes `set_wo`, the oldest kubernetes versioned resources. */
const others: Target["others"] = {
  helm: { source: "hashicorp/helm", constraint: ">= 3.1, < 4.0" },
  kubernetes: { source: "hashicorp/kubernetes", constraint: ">= 2.38, < 3.0" },
};

/** What the modules are generated for, by the oldest AWS provider that they run on. The first is `generated/`. */
export const flavours: Readonly<Record<string, Target>> = {
  "5.100": { provider: "aws", source: "hashicorp/aws", floor: "5.100.0", constraint: ">= 5.100, < 7.0", others },
  "6.25": { provider: "aws", source: "hashicorp/aws", floor: "6.25.0", constraint: ">= 6.25, < 7.0", others },
};
