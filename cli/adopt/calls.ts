import { alignAssignments, layout } from "../../kernel/hcl/layout";
import { objectKey, quoted } from "../../kernel/quote";

/** Text that is HCL already. */
export class Reference {
  constructor(readonly hcl: string) {}
}

export function moduleCall(module: string, source: string, inputs: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(inputs).map(([key, value]) => ({ key, value: layout(hcl(value), key.length + 5, 1) }));
  return `module ${quoted(module)} {\n  source = ${quoted(source)}\n\n${alignAssignments(entries, 1).join("\n")}\n}\n`;
}

function hcl(value: unknown): string {
  if (value instanceof Reference) return value.hcl;
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[${value.map(hcl).join(", ")}]`;
  const entries = Object.entries(value);
  return entries.length === 0 ? "{}" : `{ ${entries.map(([key, item]) => `${objectKey(key)} = ${hcl(item)}`).join(", ")} }`;
}
