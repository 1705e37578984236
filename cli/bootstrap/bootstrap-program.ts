import { report } from "../failure";
import { Progress } from "../progress";
import { projectRoot } from "../root";
import { bootstrap, type BootstrapOptions } from "./bootstrap";

const { account, ...options } = JSON.parse(process.argv[2]!) as { account: string } & BootstrapOptions;

bootstrap(projectRoot, account, options, new Progress(process.stdout))
  .then((code) => void (process.exitCode = code))
  .catch(report);
