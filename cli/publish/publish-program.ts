import { report } from "../failure";
import { projectRoot } from "../root";
import type { PublishOptions } from "./publish";
import { publishCommand } from "./publish-command";

publishCommand(projectRoot, JSON.parse(process.argv[2]!) as PublishOptions).catch(report);
