import { type Data, moduleFiles, object } from "../../../kernel";
import { toTerraform } from "../../../kernel/variable";
import { networkInputs } from "../../../modules/network/inputs";
import { networkModule } from "../../../modules/network/module";
import { Network } from "../../../modules/network/network";
import { planFiles } from "../../harness";
import { planned } from "../../offline";
import { floor, type Json, synthStack } from "../../synth";

export type NetworkInput = Data<typeof networkInputs>;
/** Planned values by address, without what names the instance. */
export type Planned = Readonly<Record<string, Json>>;

/** The shortest network that may be written. */
export const shortest: NetworkInput = { name: "test", cidr: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1b"], nat: "none" };

/** Only what has to do with addresses. */
export const slim: NetworkInput = { ...shortest, gatewayEndpoints: [], flowLogs: null };

/** Files of a root module that calls the published module once for each network. */
export function calls(networks: Readonly<Record<string, NetworkInput>>): Record<string, Json | string> {
  const instances = Object.entries(networks).map(([key, data]) => [key, { source: "./network", ...(toTerraform(object(networkInputs), data) as Json) }]);
  const module = Object.entries(moduleFiles(networkModule, floor)).map(([path, text]) => [`network/${path}`, text]);
  return { ...Object.fromEntries(module), "main.tf.json": planned({ module: Object.fromEntries(instances) }) };
}

/**
 * Plans every network twice in one run: as a construct of a stack and as a call of the published module; `inStackOnly`
 * once. Keys have no `_`.
 */
export async function planBoth(networks: Readonly<Record<string, NetworkInput>>, inStackOnly: Readonly<Record<string, NetworkInput>> = {}) {
  const all = { ...networks, ...inStackOnly };
  const stack = synthStack((scope) => Object.entries(all).forEach(([key, data]) => void new Network(scope, key, data)));
  const files = calls(networks);
  const { resources, unknown, outputs } = await planFiles({ ...files, "cdk.tf.json": planned(stack), "main.tf.json": { module: (files["main.tf.json"] as Json)["module"] } });
  const at = (values: Readonly<Record<string, Json>>, pattern: (key: string) => RegExp, replacement: string) =>
    Object.fromEntries(
      Object.keys(all).map((key) => {
        const own = Object.entries(values).filter(([address]) => pattern(key).test(address));
        return [key, Object.fromEntries(own.map(([address, value]) => [address.replace(pattern(key), replacement), value]))];
      }),
    ) as Record<string, Planned>;
  const inStack = (key: string) => new RegExp(`^(\\w+)\\.${key}_`);
  const inModule = (key: string) => new RegExp(`^module\\.${key}\\.`);
  return {
    stack: at(resources, inStack, "$1."),
    module: at(resources, inModule, ""),
    stackUnknown: at(unknown, inStack, "$1."),
    moduleUnknown: at(unknown, inModule, ""),
    outputs,
  };
}

/** CIDR blocks of the planned subnets, by tier and zone. */
export function subnetBlocks(resources: Planned): Record<string, Record<string, string>> {
  const blocks: Record<string, Record<string, string>> = {};
  for (const [address, values] of Object.entries(resources)) {
    const [, tier, zone] = /^aws_subnet\.(\w+)\["(.+)"\]$/.exec(address) ?? [];
    if (tier !== undefined && zone !== undefined) (blocks[tier] ??= {})[zone] = values["cidr_block"] as string;
  }
  return blocks;
}
