import { type Handle, present, tf, where } from "../kernel";

/** The fields that are not null: what is off is not written, and whoever reads the object keeps its own default. */
export function said(fields: object): Handle<Readonly<Record<string, unknown>>> {
  return where(tf<Readonly<Record<string, unknown>>>`${fields}`, (_, value) => present(value), ["name", "value"]) as Handle<Readonly<Record<string, unknown>>>;
}
