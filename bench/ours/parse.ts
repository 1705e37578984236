import { readFileSync } from "node:fs";

// node parse.cjs <file>
process.stdout.write(typeof JSON.parse(readFileSync(process.argv[2]!, "utf8")));
