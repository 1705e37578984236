import type { About } from "../../kernel";
import { costs, fixed } from "../costs";

export const stateBackendAbout: About = {
  makes: [
    "A bucket with versions that takes nothing without TLS and without its key.",
    "A KMS key with an alias, unless `key.arn` names one.",
    "A bucket for access logs, unless `access_logs` names one or is null.",
    "With `table`, a DynamoDB table for locks; with `replication`, a role and a rule that copies every version.",
    "The policy of each who reads or writes, as text, and with `managed_policies` as policies.",
  ],
  costs: costs([
    fixed("KMS key", "kmsKey", 1),
  ], [
    "storage and requests of S3, DynamoDB and the key: not priced; states are small",
  ]),
};
