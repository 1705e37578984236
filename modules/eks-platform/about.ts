import type { About } from "../../kernel";
import { costs, fixed, instances, rate } from "../costs";

export const eksPlatformAbout: About = {
  makes: [
    "A network, unless `existing_network` names one.",
    "The control plane with its role, key, logs and access entries.",
    "A node group for each key of `node_groups`, a Fargate profile for each of `fargate_profiles`.",
    "An add-on for each key of `addons`, and a role for each of `identities`.",
  ],
  costs: costs(
    [
      fixed("control plane in standard support", "eksCluster", 1),
      fixed("KMS key", "kmsKey", 1),
      fixed("zonal NAT gateway", "natGateway", 1),
      fixed("public IPv4 address of a zonal NAT gateway", "publicIpv4Address", 1),
      instances("m6i.large", 2),
      fixed("root volume of 50 GiB, gp3", "gp3Volume", 2, 50),
    ],
    [`what passes a NAT gateway: ${rate("natGatewayData")}`, `logs: ${rate("logIngestion")} taken in, ${rate("logStorage")} kept`, "what the parts say beyond that: see their READMEs"],
  ),
};
