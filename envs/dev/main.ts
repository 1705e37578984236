import { runProgram } from "../../kernel";
import { synthesize } from "../synthesize";
import { dev } from "./environment";

runProgram(() => synthesize([dev]));
