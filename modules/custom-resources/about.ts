import type { About } from "../../kernel";
import { costs } from "../costs";

export const customResourcesAbout: About = {
  makes: [
    "A Helm release for each key of `releases`, of a small chart in the module whose values are the manifests.",
  ],
  costs: costs([], [
    "what operators make of the objects: not priced",
  ]),
};
