import { runProgram } from "../../kernel";
import { synthesize } from "../synthesize";
import { staging } from "./environment";

runProgram(() => synthesize([staging]));
