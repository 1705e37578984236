import type { About } from "../../kernel";
import { costs, fixed, instances, rate } from "../costs";

export const nodeGroupsAbout: About = {
  makes: [
    "A managed node group and a launch template for each key of `groups`; with `per_zone`, one for each zone.",
    "One role for all nodes, with what nodes need, Session Manager, and your `policies`.",
    "For a group with an `autoscaler`, the tags of its Auto Scaling group.",
  ],
  costs: costs([
    instances("m5.large", 2),
    fixed("root volume of 50 GiB, gp3", "gp3Volume", 2, 50),
  ], [
    `another node: its instance, and its disk at ${rate("gp3Volume")}`,
    "SPOT: not priced, since the price moves",
    `what passes between zones: ${rate("dataBetweenZones")} in each direction`,
  ]),
};
