import { prod } from "../../envs/prod/environment";
import { runProgram } from "../../kernel";
import { synthesizeAccount } from "../synthesize";
import { prodAccount } from "./account";

runProgram(() => synthesizeAccount(prodAccount, [prod]));
