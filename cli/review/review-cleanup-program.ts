import { report } from "../failure";
import { projectRoot } from "../root";
import { type ReviewCleanup, reviewCleanupCommand } from "./review-cleanup-command";

reviewCleanupCommand({ root: projectRoot, ...(JSON.parse(process.argv[2]!) as Omit<ReviewCleanup, "root">) }).catch(report);
