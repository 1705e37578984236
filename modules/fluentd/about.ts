import type { About } from "../../kernel";
import { costs, rate } from "../costs";

export const fluentdAbout: About = {
  makes: [
    "A log group for each stream, with retention and key, where logs go to CloudWatch.",
    "A Helm release of the chart fluentd: a DaemonSet, its service account and its configuration.",
    "No role: the module workload-identity makes it.",
  ],
  costs: costs([], [
    `logs in CloudWatch: ${rate("logIngestion")} taken in, ${rate("logStorage")} kept`,
    "OpenSearch: not priced",
  ]),
};
