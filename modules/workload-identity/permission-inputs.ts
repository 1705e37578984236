import { arnPatterns } from "../../aws/arn-patterns";
import { s3ObjectActions, type S3Access } from "../../aws/policies/s3";
import { choice, count, distinct, list, map, matches, nullable, object, type Rule, text } from "../../kernel";

const atLeastOneOf = (id: string): Rule<object> => count(id, 1, Infinity);

const arns = (id: string, pattern: RegExp, expected: string, doc: string) =>
  list(text({ rules: [matches(id, pattern, expected)] }), { doc, rules: [atLeastOneOf(`${id}-count`), distinct(`${id}-distinct`)] });

const keyArns = (doc: string) => list(text({ rules: [matches("permission-key", arnPatterns.kmsKey, "the ARN of a KMS key", { why: "an alias or a key id is not enough" })] }), { default: [], doc });

const hostedZones = list(text({ rules: [matches("hosted-zone", /^Z[A-Z0-9]{1,31}$/, "the id of a hosted zone")] }), {
  doc: "Ids of the hosted zones whose records it may change.",
  rules: [atLeastOneOf("hosted-zone-count"), distinct("hosted-zone-distinct")],
});

// CloudWatch Logs takes these characters in a name: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
const logGroup = text({ rules: [matches("log-group", /^(arn:aws[a-z-]*:logs:[a-z0-9-]+:[0-9]{12}:log-group:)?[A-Za-z0-9._/#-]{1,512}\*?$/, "the name or ARN of a log group, with a star at the end for all that start so")] });

const bucket = object({
  bucketArn: text({ doc: "ARN of the bucket.", rules: [matches("bucket", arnPatterns.bareBucket, "the ARN of a bucket")] }),
  prefix: text({
    default: "",
    doc: "What the names of the objects start with, such as `reports/`. Empty stands for all.",
    rules: [matches("bucket-prefix", /^[A-Za-z0-9!_.'()/=-]{0,1000}$/, "the beginning of a name, of letters, digits and !_.'()/=-")],
  }),
  access: choice(Object.keys(s3ObjectActions) as S3Access[], { doc: "What it may do with the objects. `write` deletes too." }),
  kmsKeyArns: keyArns("Keys of your own that encrypt the objects."),
});

/** What software that is known here needs, by its name. What is absent is not allowed. */
export const permissionInputs = {
  loadBalancerController: nullable(
    object(
      {
        vpcId: nullable(
          text({
            doc: "The only VPC whose security groups it may open. Null leaves it all of the account, as upstream has it.",
            rules: [matches("controller-vpc", /^vpc-[0-9a-f]{8,17}$/, "the id of a VPC")],
          }),
        ),
        certificates: nullable(object({}, { doc: "For its feature EnableCertificateManagement: certificates and their DNS records." })),
        accelerators: nullable(object({}, { doc: "For its feature GlobalAcceleratorController." })),
      },
      { doc: "AWS Load Balancer Controller." },
    ),
  ),
  gatewayApiController: nullable(object({}, { doc: "AWS Gateway API Controller for VPC Lattice, as upstream ships it: all of VPC Lattice." })),
  externalDns: nullable(object({ hostedZones }, { doc: "external-dns." })),
  certManager: nullable(object({ hostedZones }, { doc: "cert-manager with DNS01 challenges in Route 53: text records only." })),
  clusterAutoscaler: nullable(object({}, { doc: "Cluster Autoscaler, for the Auto Scaling groups of this cluster." })),
  ebsCsi: nullable(
    object(
      {
        volumes: choice(["driver", "cluster"], {
          default: "driver",
          doc: "Which volumes it may touch: all that a driver has made in the account, or those of this cluster, for which the driver must run with `--k8s-tag-cluster-id`.",
        }),
        kmsKeyArns: keyArns("Keys of your own that encrypt the volumes."),
      },
      { doc: "EBS CSI driver." },
    ),
  ),
  efsCsi: nullable(
    object(
      { fileSystemArns: arns("file-system", arnPatterns.fileSystem, "the ARN of an EFS file system", "ARNs of the file systems in which it makes access points.") },
      { doc: "EFS CSI driver. Its controller and its nodes have a service account each." },
    ),
  ),
  logs: nullable(
    object(
      {
        groups: list(logGroup, {
          doc: "Log groups, by name in the account and region, or by ARN. A star at the end stands for all that start so.",
          rules: [atLeastOneOf("log-group-count"), distinct("log-group-distinct")],
        }),
        createGroups: nullable(object({}, { doc: "Lets it make the groups. Null wants them made beforehand, with retention and key." })),
      },
      { doc: "Writing to CloudWatch Logs, for Fluentd and Fluent Bit." },
    ),
  ),
  cloudWatchAgent: nullable(object({}, { doc: "CloudWatch agent with Container Insights, for the log groups of this cluster." })),
  xray: nullable(object({}, { doc: "Writing traces to X-Ray." })),
  prometheus: nullable(
    object({ workspaceArns: arns("prometheus-workspace", arnPatterns.prometheusWorkspace, "the ARN of a workspace", "ARNs of the workspaces.") }, { doc: "Writing metrics to Amazon Managed Service for Prometheus." }),
  ),
  secrets: nullable(
    object(
      {
        secretArns: arns("secret", arnPatterns.secret, "the ARN of a secret", "ARNs of the secrets. AWS adds six characters to a name: end an ARN without them in `-??????`."),
        kmsKeyArns: keyArns("Keys of your own that encrypt the secrets."),
      },
      { doc: "Reading secrets of Secrets Manager." },
    ),
  ),
  parameters: nullable(
    object(
      {
        parameterArns: arns("parameter", arnPatterns.parameter, "the ARN of a parameter", "ARNs of the parameters; `…/app/*` stands for all below `/app/`."),
        kmsKeyArns: keyArns("Keys of your own that encrypt the parameters."),
      },
      { doc: "Reading parameters of Systems Manager." },
    ),
  ),
  s3: map(bucket, { default: {}, doc: "Objects in buckets, over TLS only, by a name of your own." }),
};
