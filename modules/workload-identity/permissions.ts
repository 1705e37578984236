import { arnsIn } from "../../aws/arns";
import { clusterAutoscaler } from "../../aws/policies/cluster-autoscaler";
import { certManager, externalDns } from "../../aws/policies/dns";
import { ebsCsiKeys, ebsCsiOfCluster, ebsCsiOfDriver } from "../../aws/policies/ebs-csi";
import { efsCsi } from "../../aws/policies/efs-csi";
import { gatewayApiController } from "../../aws/policies/gateway-api-controller";
import { loadBalancerAccelerators, loadBalancerCertificates, loadBalancerController, openSecurityGroups } from "../../aws/policies/load-balancer-controller";
import { cloudWatchAgent, logGroupMaker, logWriter, prometheusWriter, xrayWriter } from "../../aws/policies/observability";
import { decryptThrough, parameterReader, secretReader } from "../../aws/policies/secrets";
import { type Construct, type Expr, is, mapList, present, section, some, template, tf } from "../../kernel";
import { policyJson } from "../policy-json";
import { bucketPolicy } from "./bucket-policy";
import { type Grant, grantFor, type Identity } from "./grant";
import type { WorkloadIdentityHandles } from "./inputs";

type List = Expr<readonly string[]>;

/** What known software needs, by the file that it stands in. */
const areas = { "load-balancing": loadBalancing, dns, scaling, storage, observability: observing, secrets: reading };

/** Returns the policies. */
export function permissions(scope: Construct, grant: Grant, inputs: WorkloadIdentityHandles): Expr<unknown>[] {
  return Object.entries(areas).flatMap(([name, area]) => section(scope, name, () => area(grant, inputs)));
}

function loadBalancing(grant: Grant, inputs: WorkloadIdentityHandles): Expr<unknown>[] {
  const { partition } = inputs;
  const arns = arnsIn<Expr<string>>(template, inputs);
  const unlessIsolated = (always: readonly string[], more: readonly string[]): List => tf`concat(${always}, startswith(${partition}, "aws-iso") ? [] : ${more})`;
  const controller = (identity: Identity) => identity.permissions.loadBalancerController;
  return [
    grantFor(grant, "load_balancer_controller", controller, ({ vpcId }) =>
      policyJson(
        loadBalancerController<Expr<string>, List>(template, { partition, unlessIsolated }),
        [tf`${vpcId} == null`, openSecurityGroups()],
        [present(vpcId), openSecurityGroups(arns.vpc(some(vpcId)))],
      ),
    ),
    grantFor(grant, "load_balancer_certificates", (identity) => tf`one(${controller(identity)}[*].certificates)`, () => policyJson(loadBalancerCertificates())),
    grantFor(grant, "load_balancer_accelerators", (identity) => tf`one(${controller(identity)}[*].accelerators)`, () => policyJson(loadBalancerAccelerators<Expr<string>>(template, partition))),
    grantFor(grant, "gateway_api_controller", (identity) => identity.permissions.gatewayApiController, () => policyJson(gatewayApiController<Expr<string>>(template, partition))),
  ];
}

function dns(grant: Grant, inputs: WorkloadIdentityHandles): Expr<unknown>[] {
  const arns = arnsIn<Expr<string>>(template, inputs);
  const zoneArns = (zones: List) => mapList(zones, (zone) => arns.hostedZone(zone), "zone");
  return [
    grantFor(grant, "external_dns", (identity) => identity.permissions.externalDns, ({ hostedZones }) => policyJson(externalDns(zoneArns(hostedZones)))),
    grantFor(grant, "cert_manager", (identity) => identity.permissions.certManager, ({ hostedZones }) => policyJson(certManager<Expr<string>, List>(template, inputs.partition, zoneArns(hostedZones)))),
  ];
}

function scaling(grant: Grant, inputs: WorkloadIdentityHandles): Expr<unknown>[] {
  const { partition, region, account, clusterName: name } = inputs;
  const autoscalingGroups = arnsIn<Expr<string>>(template, inputs).autoscalingGroups();
  const nodeGroupArns = template`arn:${partition}:eks:${region}:${account}:nodegroup/${name}/*`;
  return [
    grantFor(grant, "cluster_autoscaler", (identity) => identity.permissions.clusterAutoscaler, () => policyJson(clusterAutoscaler<Expr<string>>(template, { name, nodeGroupArns, autoscalingGroups }))),
  ];
}

function storage(grant: Grant, { partition, region, clusterName }: WorkloadIdentityHandles): Expr<unknown>[] {
  return [
    grantFor(grant, "ebs_csi", (identity) => identity.permissions.ebsCsi, ({ volumes, kmsKeyArns }) =>
      policyJson(
        [],
        [is(volumes, "driver"), ebsCsiOfDriver<Expr<string>>(template, { partition })],
        [is(volumes, "cluster"), ebsCsiOfCluster<Expr<string>>(template, { partition, clusterName })],
        [notEmpty(kmsKeyArns), ebsCsiKeys(kmsKeyArns)],
      ),
    ),
    grantFor(grant, "efs_csi", (identity) => identity.permissions.efsCsi, ({ fileSystemArns }) => policyJson(efsCsi(fileSystemArns, accessPoints(fileSystemArns)))),
    bucketPolicy(grant, region),
  ];
}

/** Of any file system of the same account and region: an access point's ARN does not tell whose it is. */
function accessPoints(fileSystemArns: List): List {
  return tf`distinct(${mapList(fileSystemArns, (arn) => tf`replace(${arn}, "/file-system/.*/", "access-point/*")`, "arn")})`;
}

function observing(grant: Grant, inputs: WorkloadIdentityHandles): Expr<unknown>[] {
  const arns = arnsIn<Expr<string>>(template, inputs);
  const withStreams = (groups: List): List => tf`flatten(${mapList(groups, (arn) => tf`[${arn}, ${template`${arn}:*`}]`, "arn")})`;
  return [
    grantFor(grant, "logs", (identity) => identity.permissions.logs, ({ groups, createGroups }) => {
      const all = mapList(groups, (group) => tf<string>`startswith(${group}, "arn:") ? ${group} : ${arns.logGroup(group)}`, "group");
      return policyJson(logWriter(withStreams(all)), [present(createGroups), logGroupMaker(all)]);
    }),
    grantFor(grant, "cloud_watch_agent", (identity) => identity.permissions.cloudWatchAgent, () =>
      policyJson(cloudWatchAgent<Expr<string>>(template, arns.logGroup(template`/aws/containerinsights/${inputs.clusterName}/*`))),
    ),
    grantFor(grant, "xray", (identity) => identity.permissions.xray, () => policyJson(xrayWriter())),
    grantFor(grant, "prometheus", (identity) => identity.permissions.prometheus, ({ workspaceArns }) => policyJson(prometheusWriter(workspaceArns))),
  ];
}

function reading(grant: Grant, { region }: WorkloadIdentityHandles): Expr<unknown>[] {
  const keys = (service: "secretsmanager" | "ssm", arns: List) => [notEmpty(arns), decryptThrough<Expr<string>, List>(template, service, region, arns)] as const;
  return [
    grantFor(grant, "secrets", (identity) => identity.permissions.secrets, ({ secretArns, kmsKeyArns }) => policyJson(secretReader(secretArns), keys("secretsmanager", kmsKeyArns))),
    grantFor(grant, "parameters", (identity) => identity.permissions.parameters, ({ parameterArns, kmsKeyArns }) => policyJson(parameterReader(parameterArns), keys("ssm", kmsKeyArns))),
  ];
}

function notEmpty(list: List): Expr<boolean> {
  return tf`length(${list}) > 0`;
}
