import { checkEnvironment } from "../../envs/checks";
import { dev } from "../../envs/dev/environment";
import type { Environment } from "../../envs/environment";
import { local } from "../../envs/local/environment";
import { prod } from "../../envs/prod/environment";
import { staging } from "../../envs/staging/environment";
import { environmentStack } from "../../envs/wiring";
import { moduleStack, PlatformApp, type PlatformStack, refuse, type Target } from "../../kernel";
import { modules } from "../../modules";

export const environments: readonly Environment[] = [dev, staging, prod, local];

/** The stack of an environment. */
export function environmentStackOf(data: Environment): PlatformStack {
  const { environment, problems } = checkEnvironment(data);
  refuse(problems);
  return environmentStack(new PlatformApp(), environment!);
}

/** Everything that the project writes for a provider: the stack of each environment on that version, and each module. */
export function outputsFor(target: Target): readonly { readonly name: string; readonly stack: PlatformStack }[] {
  const onVersion = (data: Environment): Environment => ({ ...data, provider: { ...data.provider, version: target.floor as never } });
  return [
    ...environments.map((data) => ({ name: `environment ${data.name}`, stack: environmentStackOf(onVersion(data)) })),
    ...modules.map((definition) => ({ name: `module ${definition.name}`, stack: moduleStack(definition, target) })),
  ];
}
