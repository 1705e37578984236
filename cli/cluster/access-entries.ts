import { readFileSync } from "node:fs";
import { snakeCase } from "../../kernel/case";
import { ProblemsError, refuse } from "../../kernel/problem";
import { isBareKey, literal, objectKey } from "../../kernel/quote";
import { type AccessEntry, translateAwsAuth } from "./aws-auth";

/** Prints an `aws-auth` ConfigMap as access entries. What has no place in them follows as problems, and fails the command. */
export function accessEntriesCommand(file: string, { hcl }: { readonly hcl: boolean }): void {
  const { entries, problems, notes } = translateAwsAuth(contentOf(file));
  if (Object.keys(entries).length > 0) process.stdout.write(hcl ? asHcl(entries) : asTypeScript(entries));
  notes.forEach((note) => process.stderr.write(`note: ${note}\n`));
  refuse(problems);
}

type Entries = Readonly<Record<string, AccessEntry>>;

export function asTypeScript(entries: Entries): string {
  return block("accessEntries: {", entries, (name, entry) => `${key(name)}: ${typescript(entry)},`, "},");
}

export function asHcl(entries: Entries): string {
  const fields = (entry: AccessEntry) => Object.fromEntries(Object.entries(entry).map(([name, value]) => [snakeCase(name), value as unknown]));
  return block("access_entries = {", entries, (name, entry) => `${objectKey(name)} = ${literal(fields(entry))}`, "}");
}

function block(first: string, entries: Entries, line: (name: string, entry: AccessEntry) => string, last: string): string {
  return [first, ...Object.entries(entries).map(([name, entry]) => `  ${line(name, entry)}`), last, ""].join("\n");
}

function typescript(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(typescript).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, item]) => `${key(name)}: ${typescript(item)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

function key(name: string): string {
  return isBareKey(name) && !name.includes("-") ? name : JSON.stringify(name);
}

function contentOf(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    throw new ProblemsError([{ path: "access-entries", expected: "a file that can be read, or - for what is piped in", got: file, why, rule: "aws-auth-file" }]);
  }
}
