import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { synthesize } from "../../envs/synthesize";
import { moduleFiles } from "../../kernel";
import { modules } from "../../modules";
import { flavours } from "../../modules/targets";
import { environments } from "./outputs";

/** Writes everything that the project writes below CDKTF_OUTDIR: the stack of each environment, each module in each flavour. */
synthesize(environments);
for (const [aws, target] of Object.entries(flavours)) {
  for (const definition of modules) {
    for (const [path, text] of Object.entries(moduleFiles(definition, target))) {
      const file = join(process.env.CDKTF_OUTDIR!, "modules", aws, definition.name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}
