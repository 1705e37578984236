/**
 * What an add-on can be told, as data: the part of its JSON schema that is used. AWS gives the schema of a version by API only
 * (`aws eks describe-addon-configuration`), so each table says of which version it is. Newer versions know more keys.
 */
export type Setting =
  | { readonly kind: "text"; readonly words?: readonly string[]; readonly format?: "boolean" | "integer"; readonly pattern?: string }
  | { readonly kind: "number"; readonly min?: number; readonly max?: number; readonly whole?: true }
  | { readonly kind: "flag" }
  | { readonly kind: "list"; readonly of?: Setting }
  | { readonly kind: "map"; readonly of: Setting; readonly least?: number }
  | { readonly kind: "any" }
  | { readonly kind: "object"; readonly fields: Settings; readonly required?: readonly string[]; readonly open?: true }
  | { readonly kind: "either"; readonly of: readonly Setting[] };

export type Settings = Readonly<Record<string, Setting>>;

/** The type of a value, for editors. Keys that the table lacks are allowed: a check warns of them. */
export type ValueOf<S extends Setting> = S extends { readonly kind: "text"; readonly words: readonly (infer W)[] }
  ? W
  : S extends { readonly kind: "text"; readonly format: "boolean" }
    ? "true" | "false"
    : S extends { readonly kind: "text"; readonly format: "integer" }
      ? `${number}`
      : S extends { readonly kind: "text" }
        ? string
        : S extends { readonly kind: "number" }
          ? number
          : S extends { readonly kind: "flag" }
            ? boolean
            : S extends { readonly kind: "list"; readonly of: infer E extends Setting }
              ? readonly ValueOf<E>[]
              : S extends { readonly kind: "list" }
                ? readonly unknown[]
                : S extends { readonly kind: "map"; readonly of: infer E extends Setting }
                  ? Readonly<Record<string, ValueOf<E>>>
                  : S extends { readonly kind: "object"; readonly fields: infer F extends Settings }
                    ? ValuesOf<F>
                    : S extends { readonly kind: "either"; readonly of: readonly (infer E extends Setting)[] }
                      ? E extends Setting
                        ? ValueOf<E>
                        : never
                      : unknown;

export type ValuesOf<F extends Settings> = { readonly [K in keyof F]?: ValueOf<F[K]> } & { readonly [key: string]: unknown };

/** Text that the add-on reads as a boolean or a whole number. */
export const booleanText = { kind: "text", format: "boolean" } as const;
export const integerText = { kind: "text", format: "integer" } as const;
export const anyText = { kind: "text" } as const;
export const flag = { kind: "flag" } as const;
export const any = { kind: "any" } as const;
export const whole = { kind: "number", whole: true } as const;
export const list = { kind: "list" } as const;
export const texts = { kind: "list", of: anyText } as const;
export const listOfObjects = { kind: "list", of: { kind: "object", fields: {}, open: true } } as const;
export const openObject = { kind: "object", fields: {}, open: true } as const;

const amounts = { kind: "object", fields: { cpu: anyText, memory: anyText } } as const;
/** Requests and limits of a container. */
export const resources = { kind: "object", fields: { limits: amounts, requests: amounts } } as const;
