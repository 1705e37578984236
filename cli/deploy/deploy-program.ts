import { report } from "../failure";
import { projectRoot } from "../root";
import { type DeployOptions, deployCommand } from "./deploy-command";
import type { Kind } from "./deployment";

const { environment, kind, ...options } = JSON.parse(process.argv[2]!) as { environment: string; kind: Kind } & DeployOptions;

deployCommand(projectRoot, environment, kind, options).catch(report);
