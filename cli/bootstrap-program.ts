import { bootstrap, type BootstrapOptions } from "./bootstrap";
import { report } from "./failure";
import { Progress } from "./progress";
import { projectRoot } from "./root";

const { account, ...options } = JSON.parse(process.argv[2]!) as { account: string } & BootstrapOptions;

// The SDK is pinned: what its later versions need of Node is not a user's news.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
bootstrap(projectRoot, account, options, new Progress(process.stdout))
  .then((code) => void (process.exitCode = code))
  .catch(report);
