import { report } from "./failure";
import { generateCommand } from "./generate-command";
import type { GenerateOptions } from "./generate";
import { projectRoot } from "./root";

try {
  generateCommand(projectRoot, JSON.parse(process.argv[2] ?? "{}") as Omit<GenerateOptions, "root">);
} catch (error) {
  report(error);
}
