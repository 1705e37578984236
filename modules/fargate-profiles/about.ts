import type { About } from "../../kernel";
import { costs, rate } from "../costs";

export const fargateProfilesAbout: About = {
  makes: [
    "A Fargate profile for each key of `profiles`.",
    "One role for all profiles, with which Fargate pulls images and writes logs.",
    "With `logging`, a log group, the permission to write to it, and the manifest at which Fargate looks, as an output.",
  ],
  costs: costs([], [
    `a vCPU of a pod: ${rate("fargateVcpu")}`,
    `a GB of a pod's memory: ${rate("fargateMemoryGb")}`,
    `logs: ${rate("logIngestion")} taken in, ${rate("logStorage")} kept`,
  ]),
};
