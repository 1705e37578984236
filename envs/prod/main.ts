import { runProgram } from "../../kernel";
import { synthesize } from "../synthesize";
import { prod } from "./environment";

runProgram(() => synthesize([prod]));
