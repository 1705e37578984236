import { report } from "./failure";
import { projectRoot } from "./root";
import { type Unlock, unlockCommand } from "./unlock-command";

// The SDK is pinned: what its later versions need of Node is not a user's news.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
unlockCommand({ root: projectRoot, ...(JSON.parse(process.argv[2]!) as Omit<Unlock, "root">) }).catch(report);
