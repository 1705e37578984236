import { devAccount } from "./accounts/dev/account";
import { prodAccount } from "./accounts/prod/account";
import { stagingAccount } from "./accounts/staging/account";
import { inAccounts } from "./accounts/checks";
import { dev } from "./envs/dev/environment";
import { local } from "./envs/local/environment";
import { prod } from "./envs/prod/environment";
import { staging } from "./envs/staging/environment";
import { synthesize } from "./envs/synthesize";
import { runProgram } from "./kernel";

runProgram(() => synthesize([dev, staging, prod, local], inAccounts([devAccount, stagingAccount, prodAccount])));
