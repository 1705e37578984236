import type { PlannedIn, Run } from "./review";

/** What a review is made of. Plans are JSON as `terraform show -json` prints them. */
export interface ReviewInput {
  readonly environment: string;
  readonly at: Date;
  readonly commit?: { readonly id: string; readonly dirty: boolean };
  readonly plannedIn: PlannedIn;
  readonly layers: readonly LayerInput[];
  /** Overrides of guards, by the environment's file and by the command. */
  readonly allowed: readonly Allowed[];
  /** The environment that this one follows. */
  readonly follows?: FollowedEnvironment;
  /** Free addresses in AWS now, by subnet id, where it could be asked. */
  readonly freeAddresses?: Readonly<Record<string, number>>;
}

export type LayerInput =
  | { readonly layer: string; readonly outcome: "planned"; readonly plan: unknown; readonly onOldOutputsOf: readonly string[]; readonly run?: Run }
  | { readonly layer: string; readonly outcome: "waits"; readonly for: string }
  | { readonly layer: string; readonly outcome: "failed"; readonly error: string; readonly run?: Run };

/** Somebody lets a guard pass, and says why. */
export interface Allowed {
  readonly guard: string;
  /** Of one resource alone. Absent: wherever the guard is tripped. */
  readonly address?: string;
  readonly reason: string;
  /** ISO day after which it no longer counts. */
  readonly until?: string;
  readonly by: "environment" | "command";
}

/** The environment before this one on the way of a change: staging, where this is prod. */
export interface FollowedEnvironment {
  readonly name: string;
  /** Input values of its parts by name, and of this environment's, as their stacks have them. */
  readonly parts: Readonly<Record<string, unknown>>;
  readonly own: Readonly<Record<string, unknown>>;
  /** Whether the commit that is reviewed was deployed there; `unknown` says why nobody could tell. */
  readonly deployed: { readonly kind: "yes" } | { readonly kind: "no"; readonly commit: string } | { readonly kind: "unknown"; readonly why: string };
}
