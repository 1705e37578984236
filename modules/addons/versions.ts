import { DataAwsEksAddonVersion } from "@cdktf/provider-aws/lib/data-aws-eks-addon-version";
import { type Construct, data, type Handles, present, some, tf, where } from "../../kernel";
import type { addonsInputs } from "./inputs";

/** What EKS says the version is, of the add-ons that ask. */
export function resolvedVersions(scope: Construct, { addons, kubernetesVersion }: Handles<typeof addonsInputs>) {
  const asking = where(addons, (_, addon) => present(addon.resolveVersion), ["name", "addon"]);
  return data(DataAwsEksAddonVersion, scope, "this", {
    forEach: asking,
    addonName: asking.each.key,
    kubernetesVersion: some(kubernetesVersion),
    mostRecent: tf<boolean>`${asking.each.value.resolveVersion} == "latest"`,
  });
}
