/** `terraform show -json`, as far as the picture reads it. */
export interface ShownState {
  readonly values?: {
    readonly outputs?: Readonly<Record<string, { readonly sensitive: boolean; readonly value?: unknown }>>;
    readonly root_module?: ShownModule;
  };
}

export interface ShownModule {
  readonly resources?: readonly ShownResource[];
  readonly child_modules?: readonly ShownModule[];
}

export interface ShownResource {
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A line of the picture, and what is drawn below it. */
export interface Branch {
  readonly text: string;
  readonly below?: readonly Branch[];
}

/** A text or a number as it is shown; a dash for anything else. */
export function word(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "–";
}
