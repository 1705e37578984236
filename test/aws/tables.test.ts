import { accessEntryTypes } from "../../aws/access-entry-types";
import { accessPolicyNames } from "../../aws/access-policies";
import { addon, addonNames, addonPhases, addons, type Addon } from "../../aws/addons";
import { clusterLogTypes } from "../../aws/cluster-log-types";
import { clusterName, serviceCidr } from "../../aws/cluster-limits";
import { logRetentionAtLeast, logRetentionDays } from "../../aws/log-retention";
import { nameLimit, nameLimits, namePattern, type NameLimit } from "../../aws/name-limits";
import { chinaPrefixedServices, endpointServiceName, endpointServices, gatewayServices, privateClusterServices } from "../../aws/vpc-endpoints";

const addonTable: readonly (readonly [string, Addon])[] = Object.entries(addons);

describe("small tables", () => {
  it("an add-on's role has a service account, and what it requires is in the table", () => {
    for (const [, { policies, serviceAccounts, takes = [], needs, requires = [] }] of addonTable) {
      expect(policies === undefined).toBe(serviceAccounts === undefined);
      expect(policies?.length === 0 && takes.length === 0).toBe(false);
      expect(takes).toEqual(expect.arrayContaining(needs === undefined ? [] : [needs]));
      expect(addonNames).toEqual(expect.arrayContaining([...requires]));
    }
  });

  it("what an add-on requires stands before it", () => {
    for (const [, { stands, requires = [] }] of addonTable) {
      for (const needed of requires) expect(addonPhases.indexOf(addon(needed)!.stands)).toBeLessThan(addonPhases.indexOf(stands));
    }
    expect(addonTable.flatMap(([name, { stands }]) => (stands === "first" || stands === "beforeNodes" ? [name] : []))).toEqual(["vpc-cni", "kube-proxy", "eks-pod-identity-agent"]);
    expect(addon("coredns")?.stands).toBe("afterNodes");
    expect(addon("toString")).toBeUndefined();
  });

  it.each([
    ["ecr.api", "eu-west-1", "com.amazonaws.eu-west-1.ecr.api"],
    ["ecr.api", "cn-north-1", "cn.com.amazonaws.cn-north-1.ecr.api"],
    ["logs", "cn-north-1", "com.amazonaws.cn-north-1.logs"],
    ["s3", "cn-north-1", "com.amazonaws.cn-north-1.s3"],
    ["route53", "us-east-1", "com.amazonaws.route53"],
    ["bedrock", "us-east-1", "com.amazonaws.us-east-1.bedrock"],
    ["toString", "us-east-1", "com.amazonaws.us-east-1.toString"],
  ])("the endpoint service %s in %s is %s", (service, region, name) => {
    expect(endpointServiceName(service, region)).toBe(name);
  });

  it("a private cluster needs these endpoints whatever runs on it", () => {
    expect(privateClusterServices).toEqual(["s3", "ec2", "ecr.api", "ecr.dkr", "sts", "eks"]);
    expect(gatewayServices).toEqual(["s3", "dynamodb"]);
    expect(chinaPrefixedServices).not.toContain("s3");
    expect(new Set(endpointServices.map(({ service }) => service)).size).toBe(endpointServices.length);
  });

  it.each([
    [0, 1],
    [1, 1],
    [31, 60],
    [366, 400],
    [3653, 3653],
    [3654, 0],
  ])("to keep %i days, the retention is %i", (days, retention) => {
    expect(logRetentionAtLeast(days)).toBe(retention);
  });

  it("lists that end in a message are sorted and name nothing twice", () => {
    expect(logRetentionDays).toEqual([...new Set(logRetentionDays)].toSorted((a, b) => a - b));
    for (const list of [clusterLogTypes, accessPolicyNames, accessEntryTypes.map(({ type }) => type)]) {
      expect(new Set<string>(list).size).toBe(list.length);
    }
    expect(clusterLogTypes).toEqual([...clusterLogTypes].toSorted());
  });

  it.each([
    ["eks-prod", true],
    ["0", true],
    ["-prod", false],
    ["eks.prod", false],
    ["", false],
  ])("%j as a cluster name: %s", (name, fits) => {
    expect(new RegExp(clusterName.pattern).test(name)).toBe(fits);
    expect(new RegExp(namePattern(nameLimits.aws_eks_cluster.name)).test(name)).toBe(fits);
  });

  it("the cluster's name has one limit in both tables", () => {
    const { minLength, maxLength } = nameLimits.aws_eks_cluster.name;
    expect({ minLength, maxLength }).toEqual({ minLength: clusterName.minLength, maxLength: clusterName.maxLength });
    expect(serviceCidr.minPrefixLength).toBeLessThan(serviceCidr.maxPrefixLength);
  });

  const limits = Object.entries(nameLimits).flatMap(([type, fields]) =>
    Object.entries(fields as Readonly<Record<string, NameLimit>>).map(([field, limit]) => [`${type}.${field}`, limit] as const),
  );

  it.each(limits)("%s takes a plain name, and its lengths have room for one", (_, limit) => {
    expect(new RegExp(namePattern(limit)).test(`${limit.startsWith ?? ""}prod1`)).toBe(true);
    expect(new RegExp(namePattern(limit)).test(`${limit.startsWith ?? ""}prod\n1`)).toBe(false);
    expect(limit.minLength).toBeGreaterThan(limit.startsWith?.length ?? 0);
    expect(limit.maxLength).toBeGreaterThan(limit.minLength);
  });

  it.each([
    ["aws_lb", "name", "prod-", false],
    ["aws_lb", "name", "prod-1", true],
    ["aws_s3_bucket", "bucket", "Prod", false],
    ["aws_kms_alias", "name", "prod", false],
    ["aws_kms_alias", "name", "alias/prod", true],
    ["aws_security_group", "description", "From [a] to (b) & c", true],
    ["aws_security_group", "description", "a \\ b", false],
    ["aws_db_instance", "identifier", "1prod", false],
    ["aws_iam_role", "name", "a:b", false],
  ])("%s.%s takes %j: %s", (type, field, name, fits) => {
    expect(new RegExp(namePattern(nameLimit(type, field)!)).test(name)).toBe(fits);
  });

  it("an argument without a limit has none", () => {
    expect([nameLimit("aws_vpc", "name"), nameLimit("aws_lb", "arn"), nameLimit("toString", "name")]).toEqual([undefined, undefined, undefined]);
  });
});
