import { checkEnvironment } from "../../envs/checks";
import { dev } from "../../envs/dev/environment";
import type { Environment } from "../../envs/environment";
import { local } from "../../envs/local/environment";
import { prod } from "../../envs/prod/environment";
import { staging } from "../../envs/staging/environment";
import { environmentStacks } from "../../envs/wiring";
import { moduleStack, PlatformApp, type PlatformStack, refuse, type Target } from "../../kernel";
import { modules } from "../../modules";

export const environments: readonly Environment[] = [dev, staging, prod, local];

/** The stacks of an environment. */
export function environmentStacksOf(data: Environment): PlatformStack[] {
  const { environment, problems } = checkEnvironment(data);
  refuse(problems);
  return environmentStacks(new PlatformApp(), environment!);
}

/** The stack of an environment that has one. */
export function environmentStackOf(data: Environment): PlatformStack {
  return environmentStacksOf({ ...data, layout: "one" })[0]!;
}

/** Everything that the project writes for a provider: the stacks of each environment on that version, and each module. */
export function outputsFor(target: Target): readonly { readonly name: string; readonly stack: PlatformStack }[] {
  const onVersion = (data: Environment): Environment => ({ ...data, provider: { ...data.provider, version: target.floor as never } });
  return [
    ...environments.flatMap((data) => environmentStacksOf(onVersion(data)).map((stack) => ({ name: `stack ${stack.node.id}`, stack }))),
    ...modules.map((definition) => ({ name: `module ${definition.name}`, stack: moduleStack(definition, target) })),
  ];
}
