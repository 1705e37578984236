import type { Problem, Target } from "../kernel";
import { checkInputs, inputsWithDefaults, isRecord } from "../kernel/check";
import { nodeGroupProblems } from "../modules/node-groups/problems";
import { judgeAddons } from "./addon-checks";
import { type CheckedEnvironment, type Environment, environmentInputs } from "./environment";
import { clusterProblems } from "./cluster-checks";
import { fargateProblems } from "./fargate-checks";
import { identityProblems } from "./identity-checks";
import type { Judged } from "./judged";
import { addressingOf } from "./max-pods";
import { layoutProblems } from "./layout-checks";
import { networkProblems } from "./network-checks";
import { instanceProblems } from "./node-group-checks";
import { placeProblems } from "./place-checks";
import { judgePlatform } from "./platform/checks";
import { targetOf } from "./provider";
import { providerVersions } from "./provider-versions";
import { isWithin, type ReadableEnvironment, readableParts } from "./readable";
import { skewProblems } from "./skew-checks";
import { nodeZones } from "./subnets";
import { authenticationProblems, versionProblems } from "./version-checks";

/** What the checks of one environment found. Without problems, `environment` holds the data with its defaults. */
export interface Checked extends Judged {
  readonly environment: CheckedEnvironment | undefined;
  /** As much of it as can be read, where there are problems. */
  readonly readable: ReadableEnvironment;
}

/**
 * Judges one environment by its declaration, by the rules between its modules and by what is known of AWS. `data` may be
 * anything: a program need not be type-checked to be refused in plain words. `place` names data that has no name.
 */
export function checkEnvironment(data: Environment, place = "environment"): Checked {
  if (!isRecord(data)) return { environment: undefined, readable: {}, problems: [{ path: place, expected: "an object", got: data, rule: "type" }], warnings: [] };
  const path = typeof data.name === "string" && /^[\w.-]+$/.test(data.name) ? `envs/${data.name}/environment.ts ` : `${place} `;
  const target = targetOf(versionOf(data));
  const declared = checkInputs(environmentInputs, data, { path, target });
  const readable = readableParts(data, path, declared);
  const version = versionProblems(`${path}cluster`, readable.cluster ?? {});
  const placed = withoutEchoes(declared, placeProblems(path, readable));
  const groups = judgeGroups(path, readable, target);
  const platform = judgePlatform(path, readable);
  const problems = withoutEchoes(placed, [...networkProblems(path, readable), ...clusterProblems(path, readable), ...authenticationProblems(`${path}cluster`, readable.cluster ?? {}), ...version.problems, ...groups.problems, ...fargateProblems(path, readable), ...identityProblems(path, readable), ...layoutProblems(path, readable), ...platform.problems]);
  const environment = problems.length === 0 ? (inputsWithDefaults(environmentInputs, data, target) as CheckedEnvironment) : undefined;
  return { environment, readable, problems, warnings: [...version.warnings, ...groups.warnings, ...platform.warnings] };
}

function judgeGroups(path: string, readable: ReadableEnvironment, target: Target): Judged {
  const { nodeGroups = {}, cluster, region = "" } = readable;
  const zones = nodeZones(readable);
  const instances = instanceProblems(`${path}nodeGroups`, nodeGroups, { region, zones, target, addressing: addressingOf(readable) });
  const skew = skewProblems(`${path}nodeGroups`, nodeGroups, cluster?.kubernetesVersion, cluster?.running?.kubernetesVersion ?? null);
  const placed = zones.length === 0 ? [] : nodeGroupProblems(nodeGroups, zones, `${path}nodeGroups`);
  const wanted = judgeAddons(path, readable);
  return { problems: [...instances.problems, ...skew, ...placed, ...wanted.problems], warnings: [...instances.warnings, ...wanted.warnings] };
}

/** One mistake, one line: a field that has a problem of its own gets none from the rules that see more. */
function withoutEchoes(told: readonly Problem[], further: readonly Problem[]): Problem[] {
  // That zones are of one region follows from their being of the environment's region, which names the stranger.
  const foreign = further.some(({ rule }) => rule === "zone-region");
  const own = foreign ? told.filter(({ rule }) => rule !== "zones-region") : told;
  return [...own, ...further.filter(({ path: at }) => !own.some(({ path }) => isWithin(path, at)))];
}

/** The pinned provider. Where that is in doubt, the newest, so that nothing is called too new for it. */
function versionOf({ provider }: Environment): string {
  const version = isRecord(provider) ? (provider["version"] ?? providerVersions[0]) : providerVersions[0];
  return providerVersions.find((known) => known === version) ?? providerVersions.at(-1)!;
}
