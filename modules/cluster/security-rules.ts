import { nameLimits, namePattern } from "../../aws/name-limits";
import { tags } from "../../aws/cluster-limits";
import { choice, cidrBlock, exactlyOne, keys, length, map, matches, nullable, object, onlyWhen, requiredWhen, text, number, whole } from "../../kernel";

/** What has ports, or with ICMP a type and a code. */
const protocolsWithPorts = ["tcp", "udp", "icmp", "icmpv6"] as const;
const { description } = nameLimits.aws_security_group;
const groupId = (id: string) => text({ rules: [matches(id, /^sg-[0-9a-f]+$/, "the id of a security group")] });

const rule = object(
  {
    description: text({
      doc: "What it is for. The console and whoever audits it read this.",
      rules: [
        length("security-rule-description-length", 0, description.maxLength),
        matches("security-rule-description", new RegExp(namePattern(description)), "ASCII letters, digits, spaces and ._:/()#,@[]+=&;{}!$*-"),
      ],
    }),
    protocol: choice([...protocolsWithPorts, "-1"], { default: "tcp", doc: "Protocol; `-1` is all of them." }),
    ports: nullable(
      object(
        {
          from: number({ doc: "First port, or the ICMP type; -1 is every type.", rules: [whole("security-rule-from-port", -1, 65535)] }),
          to: number({ doc: "Last port, or the ICMP code; -1 is every code.", rules: [whole("security-rule-to-port", -1, 65535)] }),
        },
        { doc: "Ports, both ends included. None with the protocol `-1`." },
      ),
    ),
    cidrIpv4: nullable(text({ doc: "IPv4 block on the other side.", rules: [cidrBlock("security-rule-cidr", 0, 32)] })),
    cidrIpv6: nullable(text({ doc: "IPv6 block on the other side.", rules: [matches("security-rule-cidr-ipv6", /^[0-9a-f:]*:[0-9a-f:]*\/[0-9]{1,3}$/, "an IPv6 CIDR block in lower case")] })),
    prefixListId: nullable(text({ doc: "Prefix list on the other side.", rules: [matches("security-rule-prefix-list", /^pl-[0-9a-f]+$/, "the id of a prefix list")] })),
    securityGroupId: nullable(groupId("security-rule-group")),
    self: nullable(object({}, { doc: "The group itself is on the other side." })),
  },
  {
    rules: [
      exactlyOne("security-rule-peer", ["cidrIpv4", "cidrIpv6", "prefixListId", "securityGroupId", "self"]),
      requiredWhen("security-rule-ports", "ports", { field: "protocol", is: protocolsWithPorts }),
      onlyWhen("security-rule-all-ports", "ports", { field: "protocol", is: protocolsWithPorts }),
    ],
  },
);

const rules = (direction: string) =>
  map(rule, {
    default: {},
    doc: `Rules for ${direction} traffic, by a name of yours, which becomes the tag \`Name\`.`,
    rules: [keys(length("security-rule-name", 1, tags.valueMaxLength))],
  });

/** Rules of one security group, by direction. */
export const securityRules = { ingress: rules("incoming"), egress: rules("outgoing") };

/** Security groups that exist already. */
export const securityGroupId = groupId;
