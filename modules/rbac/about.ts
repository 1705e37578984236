import type { About } from "../../kernel";
import { costs } from "../costs";

export const rbacAbout: About = {
  makes: [
    "A cluster role for each key of `cluster_roles`.",
    "For each of `bindings` a role binding in each of its namespaces, or one for the whole cluster.",
  ],
  costs: costs([]),
};
