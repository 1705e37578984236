import { type DeployOptions, deployCommand } from "./deploy-command";
import type { Kind } from "./deployment";
import { report } from "./failure";
import { projectRoot } from "./root";

const { environment, kind, ...options } = JSON.parse(process.argv[2]!) as { environment: string; kind: Kind } & DeployOptions;

// The SDK is pinned: what its later versions need of Node is not a user's news.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
deployCommand(projectRoot, environment, kind, options).catch(report);
