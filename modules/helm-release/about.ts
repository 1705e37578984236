import type { About } from "../../kernel";
import { costs } from "../costs";

export const helmReleaseAbout: About = {
  makes: [
    "A Helm release. It is done when everything in it is ready; what does not get there is taken back.",
    "With `secrets`, a mark of when they were delivered (`terraform_data.secrets`), and nothing that holds them.",
  ],
  costs: costs([], [
    "what the chart makes Kubernetes ask of AWS: not priced",
  ]),
};
