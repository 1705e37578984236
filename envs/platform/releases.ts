import { call, type Expr, type PlatformStack, template, tf, yaml } from "../../kernel";
import { HelmRelease } from "../../modules/helm-release/helm-release";
import type { CheckedEnvironment } from "../environment";
import type { ReadableEnvironment } from "../readable";
import { chartFiles } from "./chart-folder";
import { documents } from "./chart-values";
import type { Identified, Part, PartIdentities } from "./place";
import { inOrder } from "./release-order";

type Releases = NonNullable<CheckedEnvironment["platform"]>["releases"];
type Ready = Expr<readonly string[]>;

/** Roles of the service accounts of releases. */
export function releaseIdentities({ releases = {}, identity: method = "podIdentity" }: NonNullable<ReadableEnvironment["platform"]>): PartIdentities {
  const entries = Object.entries(releases).flatMap(([name, { namespace, identity }]) => {
    if (identity === null) return [];
    const { annotationsAt: _, ...role } = identity;
    return [[identityName(name), { ...role, namespace, method }] as const];
  });
  return Object.fromEntries(entries);
}

/** Every release after the platform's own parts and after those that it names. */
export function releases(place: Identified): Part | undefined {
  const { releases: declared } = place.environment.platform!;
  const made = new Map<string, HelmRelease>();
  for (const name of inOrder(declared)) {
    const before = declared[name]!.after.map((other) => made.get(other)!.ready);
    made.set(name, release(place, name, declared[name]!, call<readonly string[]>("concat", place.ready, place.identities.ready, ...before)));
  }
  const all = [...made.values()].map((each) => each.ready);
  return all.length === 0 ? undefined : { ready: call<readonly string[]>("concat", ...all) };
}

function release(place: Identified, name: string, { identity, after: _, chart, values, ...asModule }: Releases[string], ready: Ready): HelmRelease {
  const { stack, environment, identities } = place;
  const annotated = identity !== null && environment.platform!.identity === "irsa" ? [under(identity.annotationsAt, identities.annotations, name)] : [];
  return new HelmRelease(stack, `release_${name}`, {
    ...asModule,
    name,
    chart: { published: chart.published, folder: chart.folder && shipped(stack, name, chart.folder.path) },
    values: tf<readonly string[]>`${[...documents(values), ...annotated]}`,
    ready,
  });
}

/** Values that hold the annotations at `path`. */
function under(path: string, annotations: Identified["identities"]["annotations"], name: string): Expr<string> {
  const own = tf`${annotations}[${identityName(name)}]`;
  return yaml(path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), own) as object);
}

/** A chart of the project stands beside the stack, so that its plan needs nothing else. */
function shipped(stack: PlatformStack, name: string, path: string) {
  for (const [file, content] of Object.entries(chartFiles(path))) stack.ship(`releases/${name}/${file}`, content);
  return { path: template`${tf`path.module`}/releases/${name}` };
}

function identityName(release: string): string {
  return `release-${release}`;
}
