import { ingressAnnotations as alb, serviceAnnotations as nlb } from "../../aws/load-balancer-annotations";
import { call, choose, type Expr, type Handle, listOf, present, some, template, tf } from "../../kernel";
import type { Ingress, Service } from "./inputs";

type Texts = Expr<Readonly<Record<string, string>>>;
type Annotations = Readonly<Record<string, unknown>>;

/** What an ingress says to the controller. */
export function ofIngress(ingress: Ingress): Texts {
  const { https, group, healthCheck, accessLogs, deletionProtected, idleTimeoutSeconds } = ingress;
  const attributes = attributesText(ingress.attributes, accessLogs, {
    "deletion_protection.enabled": deletionProtected,
    "idle_timeout.timeout_seconds": idleTimeoutSeconds,
    // A header that no server should see is no more passed on.
    "routing.http.drop_invalid_header_fields.enabled": true,
  });
  const { certificateArns, sslPolicy, redirected } = some(https);
  const both = tf`jsonencode([{ HTTP = 80 }, { HTTPS = 443 }])`;
  const listening = tf`${https} == null ? jsonencode([{ HTTP = 80 }]) : ${redirected} ? ${both} : jsonencode([{ HTTPS = 443 }])`;
  const always = {
    [alb.scheme]: ingress.scheme,
    [alb.targetType]: ingress.targetType,
    [alb.listenPorts]: listening,
    [alb.healthCheckPath]: healthCheck.path,
    [alb.healthCheckPort]: healthCheck.port,
    [alb.healthCheckInterval]: shown(healthCheck.intervalSeconds),
    [alb.healthCheckTimeout]: shown(healthCheck.timeoutSeconds),
    [alb.healthyThreshold]: shown(healthCheck.healthyThreshold),
    [alb.unhealthyThreshold]: shown(healthCheck.unhealthyThreshold),
    [alb.successCodes]: healthCheck.successCodes,
    [alb.attributes]: attributes,
  };
  return joined(
    always,
    [present(https), { [alb.certificateArn]: commas(certificateArns), [alb.sslPolicy]: sslPolicy }],
    [tf<boolean>`try(${redirected}, false)`, { [alb.sslRedirect]: "443" }],
    [present(group), { [alb.groupName]: some(group).name, [alb.groupOrder]: shown(some(group).order) }],
    [present(ingress.wafAclArn), { [alb.wafAclArn]: some(ingress.wafAclArn) }],
    [present(ingress.inboundCidrs), { [alb.inboundCidrs]: commas(some(ingress.inboundCidrs)) }],
    ...inCommon(ingress, alb),
    ingress.annotations,
  );
}

/** What a service says to the controller. */
export function ofService(service: Service): Texts {
  const { tls, healthCheck, accessLogs, deletionProtected, crossZone } = service;
  const attributes = attributesText(service.attributes, accessLogs, { "deletion_protection.enabled": deletionProtected, "load_balancing.cross_zone.enabled": crossZone });
  const { ports, certificateArns, sslPolicy } = some(tls);
  const always = {
    [nlb.scheme]: service.scheme,
    [nlb.targetType]: service.targetType,
    [nlb.healthCheckProtocol]: healthCheck.protocol,
    [nlb.healthCheckPort]: healthCheck.port,
    [nlb.healthCheckInterval]: shown(healthCheck.intervalSeconds),
    [nlb.healthCheckTimeout]: shown(healthCheck.timeoutSeconds),
    [nlb.healthyThreshold]: shown(healthCheck.healthyThreshold),
    [nlb.unhealthyThreshold]: shown(healthCheck.unhealthyThreshold),
    [nlb.attributes]: attributes,
  };
  return joined(
    always,
    [present(healthCheck.path), { [nlb.healthCheckPath]: some(healthCheck.path) }],
    [present(tls), { [nlb.certificateArn]: commas(certificateArns), [nlb.sslPorts]: commas(ports), [nlb.sslPolicy]: sslPolicy }],
    [service.proxyProtocol, { [nlb.proxyProtocol]: "*" }],
    [present(service.elasticIpIds), { [nlb.elasticIps]: commas(some(service.elasticIpIds)) }],
    ...inCommon(service, nlb),
    service.annotations,
  );
}

type Sometimes = readonly [holds: Expr<boolean>, annotations: Annotations];
type Common = Pick<Ingress & Service, "ipAddressType" | "subnetIds" | "securityGroupIds" | "tags">;

function inCommon({ ipAddressType, subnetIds, securityGroupIds, tags }: Common, names: Readonly<Record<"ipAddressType" | "subnets" | "securityGroups" | "manageBackendRules" | "tags", string>>): Sometimes[] {
  return [
    [present(ipAddressType), { [names.ipAddressType]: some(ipAddressType) }],
    [present(subnetIds), { [names.subnets]: commas(some(subnetIds)) }],
    // With groups of one's own the controller opens the pods only when it is told to.
    [present(securityGroupIds), { [names.securityGroups]: commas(some(securityGroupIds)), [names.manageBackendRules]: "true" }],
    [tf<boolean>`length(${tags}) > 0`, { [names.tags]: pairs(tags) }],
  ];
}

/** All of them are written, those that are off too: the controller never takes an attribute back by itself. */
function attributesText(own: Texts, accessLogs: Ingress["accessLogs"], always: Annotations): Expr<string> {
  const { bucket, prefix } = some(accessLogs);
  const logs = { "access_logs.s3.enabled": "true", "access_logs.s3.bucket": bucket, "access_logs.s3.prefix": prefix };
  return pairs(joined(always, [present(accessLogs), logs], own));
}

/** The later ones win. What holds sometimes hangs on the presence of an input, so that a plan shows the rest. */
function joined(always: Annotations, ...more: readonly (Sometimes | Texts)[]): Texts {
  return call("merge", always, ...more.map((one) => (Array.isArray(one) ? choose([one[0] as Expr<boolean>, tf<object>`${one[1]}`], {}) : one)));
}

function shown(number: Handle<number>): Expr<string> {
  return tf<string>`tostring(${number})`;
}

function commas(list: Expr<readonly string[]>): Expr<string> {
  return tf<string>`join(",", ${list})`;
}

function pairs(texts: Texts): Expr<string> {
  return commas(listOf(texts, (key, value) => template`${key}=${value}`, ["key", "value"]));
}
