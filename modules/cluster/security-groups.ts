import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { type Collection, commented, type Construct, type Expr, type Handle, type Handles, present, resource, some, template, tf } from "../../kernel";
import type { clusterInputs } from "./inputs";

type Inputs = Handles<typeof clusterInputs>;
type Rules = Inputs["clusterSecurityGroup"];

export interface SecurityGroups {
  readonly ids: Expr<readonly string[]>;
  /** Null where the control plane has no group of its own. */
  readonly ownId: Expr<string | null>;
}

/** The groups that the control plane gets besides the one that EKS makes: its own, and existing ones. */
export function securityGroups(scope: Construct, { name, securityGroup, securityGroupIds, tags }: Inputs): SecurityGroups {
  const own = some(securityGroup);
  const group = resource(SecurityGroup, scope, "this", {
    count: present(securityGroup),
    name: commented(tf<string>`coalesce(${own.name}, ${template`eks-${name}-control-plane`})`, 'AWS takes no name that begins with "sg-", as a cluster\'s may.'),
    description: tf<string>`coalesce(${own.description}, ${template`Control plane of the EKS cluster ${name}`})`,
    vpcId: own.vpcId,
    tags: tf`merge(${tags}, { Name = ${template`eks-${name}-control-plane`} })`,
  });
  const there = (rules: Expr<unknown>) => tf`${securityGroup} == null ? {} : ${rules}`;
  rulesOf(scope, "this", { ingress: there(own.ingress), egress: there(own.egress) } as unknown as Rules, group.only.id, tags);
  return { ids: tf`concat(${group}[*].id, ${securityGroupIds})`, ownId: group.maybe((own) => own.id) };
}

/** Further rules of the group that EKS makes, which managed nodes have too. */
export function clusterSecurityGroupRules(scope: Construct, { clusterSecurityGroup, tags }: Inputs, groupId: Expr<string>): void {
  rulesOf(scope, "cluster", clusterSecurityGroup, groupId, tags);
}

function rulesOf(scope: Construct, id: string, rules: Rules, groupId: Expr<string>, tags: Inputs["tags"]): void {
  const each = <K extends keyof Rules>(direction: K) => rules[direction] as Rules[K] & Collection<never>;
  resource(VpcSecurityGroupIngressRule, scope, id, { forEach: each("ingress"), securityGroupId: groupId, ...ruleArguments(rules.ingress, groupId, tags) });
  resource(VpcSecurityGroupEgressRule, scope, id, { forEach: each("egress"), securityGroupId: groupId, ...ruleArguments(rules.egress, groupId, tags) });
}

function ruleArguments(rules: Rules["ingress"], groupId: Expr<string>, tags: Inputs["tags"]) {
  const { key, value } = rules.each;
  const port = (end: "from" | "to"): Handle<number | null> => tf`${value.ports} == null ? null : ${some(value.ports)[end]}`;
  return {
    description: value.description,
    ipProtocol: value.protocol,
    fromPort: port("from"),
    toPort: port("to"),
    cidrIpv4: value.cidrIpv4,
    cidrIpv6: value.cidrIpv6,
    prefixListId: value.prefixListId,
    referencedSecurityGroupId: tf<string | null>`${value.self} == null ? ${value.securityGroupId} : ${groupId}`,
    tags: tf<Readonly<Record<string, string>>>`merge(${tags}, { Name = ${key} })`,
  };
}
