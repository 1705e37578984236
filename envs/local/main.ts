import { runProgram } from "../../kernel";
import { synthesize } from "../synthesize";
import { local } from "./environment";

runProgram(() => synthesize([local]));
