import { readFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { writeFileAtomic } from "../cli/atomic-file";
import { projectRoot } from "../cli/root";
import { findTerraform } from "../cli/terraform/terraform";
import { table } from "./row";
import type { Finding } from "./workshop";

const [begin, end] = ["<!-- npm run bench -- --write -->", "<!-- end -->"];
const document = join(projectRoot, "docs", "performance.md");

/** What was found, as Markdown, with the machine that it was found on. */
export async function reportOf(findings: readonly Finding[]): Promise<string> {
  const { version } = await findTerraform();
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"})`;
  const measured = `Measured ${new Date().toISOString().slice(0, 10)} on ${machine}, Node ${process.versions.node}, Terraform ${version}. Medians, with the least and the greatest of the runs; a ratio's spread is that of the single rounds.`;
  const notes = findings.flatMap((finding) => finding.notes ?? []).map((note) => `- ${note}`);
  return [measured, table(findings.flatMap(({ rows }) => rows)), ...(notes.length > 0 ? [notes.join("\n")] : [])].join("\n\n");
}

/** Puts the report between the marks of docs/performance.md. */
export function writeReport(report: string): void {
  const before = readFileSync(document, "utf8");
  const [start, stop] = [before.indexOf(begin), before.indexOf(end)];
  if (start < 0 || stop < start) throw new Error(`docs/performance.md: expected the marks ${begin} and ${end}, got a document without them   [bench-marks]`);
  writeFileAtomic(document, `${before.slice(0, start + begin.length)}\n\n${report}\n\n${before.slice(stop)}`);
}
