import { dev } from "./envs/dev/environment";
import { local } from "./envs/local/environment";
import { prod } from "./envs/prod/environment";
import { staging } from "./envs/staging/environment";
import { synthesize } from "./envs/synthesize";
import { runProgram } from "./kernel";

runProgram(() => synthesize([dev, staging, prod, local]));
