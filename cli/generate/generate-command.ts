import { generate, type GenerateOptions } from "./generate";

export function generateCommand(root: string, options: Omit<GenerateOptions, "root">): void {
  const begun = performance.now();
  const { folder, modules } = generate({ root, ...options });
  const done = options.check ? "as generated" : `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  process.stdout.write(`${folder}: ${modules.join(", ")} (${done})\n`);
}
