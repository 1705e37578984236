import type { ConfigurableAddon, SettingsOf } from "../aws/addon-settings";
import { type Data, map, nullable, object, plain } from "../kernel";
import type { Schema, Value } from "../kernel/schema";
import { addonInput, addonRules } from "../modules/addons/addon-input";
import { addonName } from "../modules/addons/inputs";
import { podNetworkInput } from "./pod-network-input";

type AnySettings = Readonly<Record<string, unknown>>;

const fields = {
  ...addonInput,
  configuration: nullable(plain<AnySettings>({ doc: "Settings of the add-on, by the schema of its version. Those of the usual add-ons are checked." })),
  podNetwork: nullable(podNetworkInput),
};

type Fields = typeof fields;
type Named<T, A extends string> = Omit<T, "configuration" | "podNetwork"> & {
  /** Settings of the add-on, by the schema of its version. */
  readonly configuration?: (A extends ConfigurableAddon ? SettingsOf<A> : AnySettings) | null;
} & (A extends "vpc-cni" ? { readonly podNetwork?: Data<Pick<Fields, "podNetwork">>["podNetwork"] } : { readonly podNetwork?: null });

/** Add-ons by name: the usual ones with their own settings. */
type AddonsData = { readonly [A in ConfigurableAddon]?: Named<Data<Fields>, A> } & { readonly [name: string]: Data<Fields> };
type Addons = Readonly<Record<string, Value<Fields>>>;

/** The add-ons of an environment: as the module takes them, with settings as plain data in place of text. */
export const environmentAddons = map(object(fields, { rules: addonRules }), {
  doc: "Add-ons by the name that EKS gives them. Nodes wait for those that stand before nodes, and the others wait for nodes.",
  rules: [addonName],
}) as Schema<AddonsData, Addons, false>;
