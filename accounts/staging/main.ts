import { staging } from "../../envs/staging/environment";
import { runProgram } from "../../kernel";
import { synthesizeAccount } from "../synthesize";
import { stagingAccount } from "./account";

runProgram(() => synthesizeAccount(stagingAccount, [staging]));
