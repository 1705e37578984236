import { report } from "../failure";
import { projectRoot } from "../root";
import { type Unlock, unlockCommand } from "./unlock-command";

unlockCommand({ root: projectRoot, ...(JSON.parse(process.argv[2]!) as Omit<Unlock, "root">) }).catch(report);
