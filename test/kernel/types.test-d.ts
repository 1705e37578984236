/**
 * What the compiler must refuse and what it must take. `tsc` checks this file: a line that no longer fails is an unused
 * `@ts-expect-error`, which fails. Nothing here runs.
 */
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { bind, choice, choose, type Collection, type Construct, type Data, dynamic, type Expr, flag, type Handle, is, list, map, nullable, number, object, present, resource, some, template, text, tf } from "../../kernel";

declare const it: Construct;

const inputs = {
  name: text(),
  size: number({ default: 1 }),
  on: flag(),
  mode: choice(["a", "b"]),
  zones: map(object({ cidr: text(), public: flag({ default: false }) })),
  names: list(text(), { default: [] }),
  key: nullable(object({ arn: text(), alias: nullable(text()) })),
};

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(_: Same<A, B>): void {}

// What people write: a default or null makes a key optional, at any depth.
same<
  Data<typeof inputs>,
  {
    readonly name: string;
    readonly on: boolean;
    readonly mode: "a" | "b";
    readonly zones: Readonly<Record<string, { readonly cidr: string; readonly public?: boolean }>>;
    readonly size?: number;
    readonly names?: readonly string[];
    readonly key?: { readonly arn: string; readonly alias?: string | null } | null;
  }
>(true);

const least: Data<typeof inputs> = { name: "x", on: true, mode: "a", zones: {} };
// @ts-expect-error a required key is missing
export const missing: Data<typeof inputs> = { name: "x", on: true, mode: "a" };
// @ts-expect-error an unknown key
export const unknown: Data<typeof inputs> = { ...least, nmae: "x" };
// @ts-expect-error an unknown key further in
export const further: Data<typeof inputs> = { ...least, zones: { a: { cidr: "x", pubic: true } } };
// @ts-expect-error a word that is no choice
export const word: Data<typeof inputs> = { ...least, mode: "c" };
// @ts-expect-error null where nothing may be null
export const nothing: Data<typeof inputs> = { ...least, name: null };
// @ts-expect-error a default of another type
number({ default: "1" });
// @ts-expect-error a default that is no choice
choice(["a", "b"], { default: "c" });

export function body(): void {
  const given = bind(it, inputs, { ...least, name: tf<string>`"x"`, zones: { a: { cidr: tf<string>`"y"` } }, key: { arn: tf<string>`"z"` } });
  // @ts-expect-error a handle of another type
  bind(it, inputs, { ...least, name: tf<number>`1` });

  const name: Handle<string> = given.name;
  const size: Expr<number> = given.size;
  // @ts-expect-error an input that is not declared
  void given.nmae;
  // @ts-expect-error a field that is not declared
  void given.zones.at("a").cdir;
  // @ts-expect-error a nullable object has no fields before it is known to be there
  void given.key.arn;
  const arn: Handle<string> = some(given.key).arn;
  const alias: Expr<string | null> = some(given.key).alias;
  // @ts-expect-error a handle that may be null is none that is not
  takesText(alias as Expr<string | null>);
  const cidr: Handle<string> = given.zones.each.value.cidr;
  const first: Handle<string> = given.names.at(0);
  // @ts-expect-error a list has no keys
  void given.names.each;
  // @ts-expect-error a list is no map
  keyed(given.names);

  misuse(given);
  void [name, size, arn, cidr, first];

  // @ts-expect-error a word that the choice does not have
  is(given.mode, "c");
  // @ts-expect-error a condition is true or false
  choose([given.name, "a"], "b");
  present(given.key);
}

declare function takesText(value: Expr<string>): void;
declare function keyed(value: Collection<string>): void;

function misuse(given: ReturnType<typeof bind<typeof inputs>>): void {
  // @ts-expect-error arithmetic on a handle
  void (given.size + 1);
  // @ts-expect-error arithmetic on a handle
  void (given.size * 2);
  // @ts-expect-error comparison of a handle
  void (given.size > 3);
  // @ts-expect-error comparison of a handle with text
  void (given.name === "x");
  // @ts-expect-error a string method
  given.name.slice(0, 5);
  // @ts-expect-error a length
  void given.names.length;
  // @ts-expect-error a list is not iterable
  for (const item of given.names) void item;
  // @ts-expect-error a handle is no text
  JSON.parse(given.name);
  // @ts-expect-error a handle is no key
  void { x: 1 }[given.name];
  // @ts-expect-error made by the kernel alone
  takesText({});
}

export function resources(zones: Collection<{ readonly cidr: string }>, on: Expr<boolean>): void {
  const vpc = resource(Vpc, it, "vpc", { cidrBlock: tf<string>`"10.0.0.0/16"`, enableDnsSupport: true, tags: { a: "b", c: template`d` } });
  const id: Handle<string> = vpc.id;
  // @ts-expect-error an attribute that does not exist
  void vpc.idd;
  // @ts-expect-error an argument that does not exist
  resource(Vpc, it, "a", { cidrBlok: "10.0.0.0/16" });
  // @ts-expect-error an argument of another type
  resource(Vpc, it, "b", { cidrBlock: true });
  // @ts-expect-error a handle of another type
  resource(Vpc, it, "c", { enableDnsSupport: tf<string>`"x"` });
  // @ts-expect-error a required argument is missing
  resource(Subnet, it, "d", { cidrBlock: "10.0.0.0/24" });
  // @ts-expect-error a list of resources is repeated by key, not by position
  resource(Subnet, it, "e", { vpcId: vpc.id, forEach: tf<readonly string[]>`["a"]` as Expr<readonly string[]> });
  // @ts-expect-error existence is true or false
  resource(Subnet, it, "f", { vpcId: vpc.id, count: tf<number>`1` });

  const subnets = resource(Subnet, it, "subnets", { forEach: zones, vpcId: vpc.id, cidrBlock: zones.each.value.cidr });
  const one: Handle<string> = subnets.at("a").id;
  const each: Handle<string> = subnets.each.id;
  // @ts-expect-error the id of which one
  void subnets.id;

  const optional = resource(Vpc, it, "optional", { count: on, cidrBlock: "10.0.0.0/16" });
  const only: Handle<string> = optional.only.id;
  const maybe: Expr<string | null> = optional.maybe((made) => made.id);
  // @ts-expect-error the id of what may not be there
  void optional.id;
  // @ts-expect-error it may not be there
  takesText(optional.maybe((made) => made.id));

  const cluster = resource(EksCluster, it, "cluster", { name: "x", roleArn: "y", vpcConfig: { subnetIds: [one] }, encryptionConfig: { provider: { keyArn: "z" }, resources: ["secrets"] } });
  const issuer: Handle<string> = cluster.identity.at(0).oidc.at(0).issuer;
  const group: Handle<string> = cluster.vpcConfig.at(0).clusterSecurityGroupId;
  resource(EksCluster, it, "g", { name: "x", roleArn: "y", vpcConfig: { subnetIds: [] }, encryptionConfig: dynamic(zones, ({ value }) => ({ provider: { keyArn: value.cidr } })) });
  void [id, each, only, maybe, issuer, group];
}
