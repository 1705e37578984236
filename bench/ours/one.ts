import { synthesize } from "../../envs/synthesize";
import { runProgram } from "../../kernel";
import { classic } from "./environments";

runProgram(() => synthesize([classic]));
