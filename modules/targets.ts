import type { Target } from "../kernel";

/** What the modules are generated for, by the oldest AWS provider that they run on. The first is `generated/`. */
export const flavours: Readonly<Record<string, Target>> = {
  "5.100": { provider: "aws", source: "hashicorp/aws", floor: "5.100.0", constraint: ">= 5.100, < 7.0" },
  "6.25": { provider: "aws", source: "hashicorp/aws", floor: "6.25.0", constraint: ">= 6.25, < 7.0" },
};
