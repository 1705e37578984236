import type { CrossRule } from "../../kernel";

export const crossRules = {
  oneNetwork: {
    id: "platform-network",
    field: "existingNetwork",
    expected: "either network or existing_network",
  },
} as const satisfies Record<string, CrossRule>;
