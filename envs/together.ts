import type { Problem } from "../kernel";
import { followsProblems } from "./follows-checks";
import type { ReadableEnvironment } from "./readable";
import { stateOf } from "./state";

/** What the environments of one program must not share, and who follows whom. Their order is that of the program. */
export function checkTogether(environments: readonly ReadableEnvironment[]): Problem[] {
  const names = environments.map(({ name }) => name);
  const copies = environments.flatMap(({ name }, index): Problem[] => {
    const first = names.indexOf(name);
    if (first === index || name === undefined) return [];
    return [{ path: `environments[${index}] name`, expected: "a name of its own", got: name, why: `environments[${first}] has it`, rule: "stack-name" }];
  });
  // What follows from an equal name is no mistake of its own.
  const distinct = environments.filter(({ name }, index) => name !== undefined && names.indexOf(name) === index);
  return [
    ...copies,
    ...shared(distinct, stateOf, { field: "state", expected: "a state of its own", rule: "state-key" }),
    ...shared(distinct, clusterOf, { field: "cluster.name", expected: "a name that no other cluster of the account and region has", rule: "cluster-name-unique" }),
    ...followsProblems(distinct),
  ];
}

/** What AWS tells clusters apart by. */
function clusterOf({ account, region, cluster }: ReadableEnvironment): string | undefined {
  return cluster?.name === undefined ? undefined : `${account}/${region}/${cluster.name}`;
}

interface Sharing {
  readonly field: string;
  readonly expected: string;
  readonly rule: string;
}

function shared(environments: readonly ReadableEnvironment[], keyOf: (environment: ReadableEnvironment) => string | undefined, { field, expected, rule }: Sharing): Problem[] {
  const first = new Map<string, string>();
  return environments.flatMap((environment) => {
    const key = keyOf(environment);
    if (key === undefined) return [];
    const other = first.get(key);
    if (other === undefined) first.set(key, environment.name!);
    return other === undefined ? [] : [{ path: `envs/${environment.name}/environment.ts ${field}`, expected, got: key, why: `the environment ${other} has it`, rule }];
  });
}
