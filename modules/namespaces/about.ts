import type { About } from "../../kernel";
import { costs } from "../costs";

export const namespacesAbout: About = {
  makes: [
    "A namespace for each key of `namespaces`, with its Pod Security level and a default service account without a token.",
    "With `network`, a policy that refuses all traffic, and one more for each thing that is allowed.",
    "With `quota` and `limit_range`, a resource quota and a limit range.",
  ],
  costs: costs([]),
};
