import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { projectRoot } from "../cli/root";
import { workshop } from "./workshop";

// TypeScript 7 has no compiler that ts-node could load.
const packages = ["ts-node@10.9.2", "typescript@5.9.3", "@types/node@20.19.43"];
const complete = "installed.json";

/** The bare program as `cdktf init --template=typescript` lays a project out, or why it cannot be had. */
export async function templateProject(): Promise<{ readonly folder: string } | { readonly missing: string }> {
  const folder = join(workshop, "template");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "template", private: true, scripts: { synth: "cdktf synth" } }));
  const missing = await install(folder);
  if (missing !== undefined) return { missing };
  const template = join(projectRoot, "node_modules", "cdktf-cli", "bundle", "templates", "typescript");
  cpSync(join(template, "tsconfig.json"), join(folder, "tsconfig.json"));
  const settings = readFileSync(join(template, "cdktf.json"), "utf8");
  writeFileSync(join(folder, "cdktf.json"), settings.replace("{{projectId}}", "bench").replace("{{sendCrashReports}}", "false").replace("{{futureFlags}}", ""));
  const bare = join(projectRoot, "bench", "bare");
  for (const name of ["cluster", "environment", "network", "nodes", "stack"]) cpSync(join(bare, `${name}.ts`), join(folder, `${name}.ts`));
  cpSync(join(bare, "one.ts"), join(folder, "main.ts"));
  return { folder };
}

/** The packages that the project does not have; the framework and its bindings are found above the folder. */
async function install(folder: string): Promise<string | undefined> {
  const wanted = JSON.stringify(packages);
  const record = join(folder, complete);
  if (existsSync(record) && readFileSync(record, "utf8") === wanted) return undefined;
  const { exitCode, stderr } = await execa("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", ...packages], { cwd: folder, stdin: "ignore", reject: false });
  if (exitCode !== 0) return `npm could not install ts-node (${stderr.split("\n").find((line) => line.includes("error")) ?? `exit code ${exitCode}`})`;
  writeFileSync(record, wanted);
  return undefined;
}
