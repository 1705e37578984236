import { dev } from "../../envs/dev/environment";
import { runProgram } from "../../kernel";
import { synthesizeAccount } from "../synthesize";
import { devAccount } from "./account";

runProgram(() => synthesizeAccount(devAccount, [dev]));
