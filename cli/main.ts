import { report } from "./failure";
import { program } from "./program";

program.parseAsync().catch(report);
