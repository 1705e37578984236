import { synthesize } from "../../envs/synthesize";
import { runProgram } from "../../kernel";
import { environments } from "./environments";

// node many.cjs <number of environments>
runProgram(() => synthesize(environments(Number(process.argv[2]))));
