import { report } from "../failure";
import { projectRoot } from "../root";
import { reviewCommand, type ReviewOptions } from "./review-command";

const { environment, ...options } = JSON.parse(process.argv[2]!) as { environment: string } & ReviewOptions;

reviewCommand(projectRoot, environment, options).catch(report);
