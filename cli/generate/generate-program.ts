import { report } from "../failure";
import { projectRoot } from "../root";
import type { GenerateOptions } from "./generate";
import { generateCommand } from "./generate-command";

try {
  generateCommand(projectRoot, JSON.parse(process.argv[2] ?? "{}") as Omit<GenerateOptions, "root">);
} catch (error) {
  report(error);
}
