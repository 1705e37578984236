import type { Problem } from "../../kernel/problem";

/**
 * What a reviewer reads of an environment before it is deployed. Plain data, and no secret in it: every face prints
 * this, and `--json` is this.
 */
export interface Review {
  readonly format: 1;
  readonly environment: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Of the checkout; none outside of git. */
  readonly commit?: { readonly id: string; readonly dirty: boolean };
  readonly plannedIn: PlannedIn;
  readonly verdict: Verdict;
  /** In the order of a deploy. */
  readonly layers: readonly LayerReview[];
  /** Guards that the plans trip, also those that somebody allowed. */
  readonly guards: readonly GuardFinding[];
  /** Who may do more, or be reached by more, than before. */
  readonly access: readonly AccessChange[];
  readonly cost: CostChange;
  readonly addresses: readonly SubnetAddresses[];
  readonly support: readonly VersionSupport[];
  /** Against the environment that this one follows. Empty where it follows none. */
  readonly differences: readonly Difference[];
}

export type PlannedIn = { readonly kind: "local" } | { readonly kind: "cloud"; readonly host: string; readonly organization: string };

export interface Verdict {
  readonly kind: "unchanged" | "changes" | "refused" | "failed";
  /** One sentence that a reviewer may stop after. */
  readonly sentence: string;
  /** 0 without changes, 2 with changes or with what waits, 1 where something failed or is refused. */
  readonly exitCode: 0 | 1 | 2;
  readonly counts: Counts;
}

/** Resources, by what becomes of them. */
export interface Counts {
  readonly replace: number;
  readonly delete: number;
  readonly forget: number;
  readonly update: number;
  readonly create: number;
  readonly import: number;
  readonly move: number;
}

export type LayerReview = PlannedLayer | WaitingLayer | FailedLayer;

export interface WaitingLayer {
  readonly layer: string;
  readonly outcome: "waits";
  /** A layer that was never applied, or that lacks an output. */
  readonly for: string;
}

export interface FailedLayer {
  readonly layer: string;
  readonly outcome: "failed";
  /** In Terraform's or Terraform Cloud's words. */
  readonly error: string;
  readonly run?: Run;
}

export interface PlannedLayer {
  readonly layer: string;
  readonly outcome: "planned";
  readonly changed: boolean;
  readonly counts: Counts;
  /** Layers with changes that are not applied: what this one reads of them is old. */
  readonly onOldOutputsOf: readonly string[];
  readonly run?: Run;
  /** What the plan guard refuses, whoever allows it. */
  readonly problems: readonly Problem[];
  /** Destroyed, replaced or forgotten; the worst first. */
  readonly gone: readonly Gone[];
  /** What does most comes first. */
  readonly updated: readonly Updated[];
  readonly created: readonly CreatedPart[];
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  readonly imported: readonly { readonly address: string; readonly id: string }[];
  /** Changed in AWS by somebody else since the last deploy. */
  readonly drift: readonly Drift[];
  /** Helm releases that the state has and the plan makes: the cluster did not answer, and they are no real creations. */
  readonly lostReleases: readonly string[];
  readonly outputs: readonly AttributeChange[];
  readonly dependencies: Dependencies;
  /** By address: equal for equal changes, so that a later plan is held against the one that was reviewed. */
  readonly digests: Readonly<Record<string, string>>;
}

/** A run of Terraform Cloud. */
export interface Run {
  readonly id: string;
  readonly url: string;
  readonly status: string;
  /** Sentinel, OPA and run tasks. */
  readonly policies: readonly PolicyResult[];
  /** US dollars a month, as Terraform Cloud estimates them. */
  readonly estimate?: { readonly before: number; readonly after: number };
}

export interface PolicyResult {
  readonly kind: "sentinel" | "opa" | "task";
  readonly name: string;
  readonly result: "passed" | "advisory" | "failed" | "errored";
  readonly message?: string;
  readonly url?: string;
}

export type Severity = "loss" | "disruption" | "harmless";

export interface Gone {
  readonly address: string;
  readonly type: string;
  readonly verb: "delete" | "replace" | "forget";
  /** What it is in a reader's words: `node group system`. */
  readonly what: string;
  /** What it means: `3 nodes drain`, `everything in it is lost`. */
  readonly meaning: string;
  readonly severity: Severity;
  /** Of what is replaced: the new one is there before the old one goes. */
  readonly createdFirst?: boolean;
  /** The attributes that force a replacement. */
  readonly because: readonly AttributeChange[];
  /** Address of what it is replaced for: whatever forces it refers to that, or to what is replaced for it in turn. What is worse than its cause has none. */
  readonly follows?: string;
  /** Why it goes, where no attribute says it: `no longer in the program`. */
  readonly reason?: string;
  /** All that changes in what is replaced. */
  readonly attributes: readonly AttributeChange[];
}

/** Changes in place. */
export interface Updated {
  readonly address: string;
  readonly type: string;
  readonly what: string;
  /** Where the change does more than it seems: `nodes are replaced one after the other`. */
  readonly meaning?: string;
  readonly attributes: readonly AttributeChange[];
}

export interface Drift {
  readonly address: string;
  readonly type: string;
  readonly what: string;
  /** It is gone in AWS. */
  readonly deleted: boolean;
  readonly attributes: readonly AttributeChange[];
}

export interface AttributeChange {
  /** As Terraform writes it: `instance_types[0]`, `tags["team"]`. */
  readonly path: string;
  readonly before: Shown;
  readonly after: Shown;
}

/** A value as a reader sees it. Of a secret only that it is one, or that one in a longer text changes. */
export interface Shown {
  readonly kind: "value" | "absent" | "unknown" | "secret";
  /** JSON, cut where it is long. */
  readonly text: string;
}

/** What is new in one part of a stack: a module call, or the part that a resource's name begins with. */
export interface CreatedPart {
  readonly part: string;
  readonly total: number;
  readonly collections: readonly CreatedCollection[];
}

/** The resources of one block. */
export interface CreatedCollection {
  /** Address without key. */
  readonly address: string;
  readonly type: string;
  readonly what: string;
  /** Of `for_each` or `count`; empty for a single one. */
  readonly keys: readonly string[];
}

/** Parts of a layer and what each refers to, as the configuration says it. */
export interface Dependencies {
  readonly parts: readonly { readonly name: string; readonly counts: Counts }[];
  /** From a part to one that it needs. */
  readonly needs: readonly (readonly [from: string, to: string])[];
}

export interface GuardFinding {
  /** Kebab-case id of the guard: `destroy-cluster`. */
  readonly guard: string;
  readonly layer: string;
  readonly address: string;
  /** What would happen, as one sentence. */
  readonly sentence: string;
  /** Who let it pass, in their words. */
  readonly allowed?: { readonly reason: string; readonly by: "environment" | "command" };
}

export interface AccessChange {
  readonly layer: string;
  readonly address: string;
  readonly kind: "iam" | "network" | "endpoint" | "cluster-access" | "resource-policy";
  /** `developers may administer the whole cluster`. */
  readonly sentence: string;
  readonly before: string;
  readonly after: string;
}

/** US dollars a month. Both ends are equal where one price is known. */
export interface Dollars {
  readonly low: number;
  readonly high: number;
}

export interface CostChange {
  /** Region whose prices these are. */
  readonly region: string;
  readonly before: Dollars;
  readonly after: Dollars;
  readonly items: readonly CostItem[];
  /** What is billed and has no price here: `NAT gateway data`. */
  readonly notPriced: readonly string[];
  /** Where the prices are from, with dates. */
  readonly sources: readonly string[];
}

export interface CostItem {
  readonly layer: string;
  readonly address: string;
  readonly what: string;
  /** None for what is new, none for what goes. */
  readonly before?: Dollars;
  readonly after?: Dollars;
  /** How it was counted: `2 to 3 × m6g.large`. */
  readonly how: string;
}

export interface SubnetAddresses {
  readonly layer: string;
  readonly address: string;
  readonly name: string;
  readonly cidr: string;
  /** Without the five that AWS keeps. */
  readonly usable: number;
  /** What nodes and pods take at most when every group is at its greatest. */
  readonly needed: number;
  readonly left: number;
  /** Free in AWS now, where it could be asked. */
  readonly free?: number;
}

export interface VersionSupport {
  readonly layer: string;
  readonly address: string;
  /** `Kubernetes 1.34`. */
  readonly version: string;
  /** ISO day on which standard support ends, and extended. */
  readonly standardEnds: string;
  readonly extendedEnds?: string;
  readonly daysLeft: number;
  readonly sentence: string;
}

export interface Difference {
  /** Where in an environment: `nodeGroups.spot`, `cluster.kubernetesVersion`. */
  readonly path: string;
  /** `staging has it, prod has not`. */
  readonly sentence: string;
}
