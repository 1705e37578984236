import { newModule } from "./new-module";

/** Says what was written, and what to type next. */
export function newModuleCommand(root: string, name: string): void {
  const written = newModule(root, name);
  const next = ["npm run generate", `npx jest test/modules/${name}/`, "docs/own-modules.md says how to make it yours"];
  const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}\n`).join("");
  process.stdout.write(`The module ${name} makes SQS queues, to begin with:\n${indented(written)}Next:\n${indented(next)}`);
}
