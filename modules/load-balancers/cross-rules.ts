import type { CrossRule } from "../../kernel";

export const crossRules = {
  tlsPort: {
    id: "service-tls-port",
    field: "services",
    expected: "TLS on ports that the service has",
  },
} as const satisfies Record<string, CrossRule>;
