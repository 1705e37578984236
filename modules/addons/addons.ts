import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import type { AddonPhase } from "../../aws/addons";
import { snakeCase } from "../../kernel/case";
import { bind, call, choose, Construct, dynamic, type Expr, type GivenInputs, type Handle, type Handles, listOf, local, outputs, present, project, resource, section, setOf, tf, where } from "../../kernel";
import { conditions } from "./conditions";
import { type Identities, identitiesOf } from "./identities";
import { addonsInputs } from "./inputs";
import { phases, standing, usualPhase } from "./phases";
import { addonRoles } from "./roles";
import { resolvedVersions } from "./versions";

type Inputs = Handles<typeof addonsInputs>;

/** EKS add-ons in their order, each with its role. */
export class Addons extends Construct {
  /** Ids that are known when the add-ons that nodes need are there. */
  readonly beforeNodesReady: Expr<readonly string[]>;
  /** The same for all add-ons. */
  readonly ready: Expr<readonly string[]>;
  /** Versions by the add-on's name. */
  readonly versions: Expr<Readonly<Record<string, string>>>;
  /** ARNs of the roles, made here or given, by the add-on's name. */
  readonly roleArns: Expr<Readonly<Record<string, string>>>;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof addonsInputs>) {
    super(scope, id);
    const inputs = bind(this, addonsInputs, given);
    const identities = identitiesOf(this, inputs);
    const { roles, permitted } = section(this, "iam", () => addonRoles(this, inputs, identities));
    const made = project(roles, (_, role) => role.arn, ["name", "role"]);
    const existing = tf`{ for name, addon in ${inputs.addons} : name => addon.role.arn if addon.role != null }`;
    const roleArns = local<Readonly<Record<string, string>>>(this, "role_arns", tf`merge(${made}, ${existing})`);
    const byPhase = addonsByPhase(this, inputs, resolved(this, inputs, identities, roleArns), permitted);
    this.roleArns = roleArns;

    const all = local(this, "addons", tf<Readonly<Record<string, Made>>>`merge(${byPhase.first}, ${byPhase.beforeNodes}, ${byPhase.afterNodes}, ${byPhase.last})`);
    const ids = (phase: AddonPhase) => listOf(byPhase[phase], (_, addon) => addon.id, names);
    this.beforeNodesReady = call("concat", ids("first"), ids("beforeNodes"));
    this.ready = listOf(all, (_, addon) => addon.id, names);
    this.versions = project(all, (_, addon) => addon.addonVersion, names);
    outputs(this, {
      addonVersions: { value: this.versions, doc: "Versions of the add-ons, by name." },
      addonArns: { value: project(all, (_, addon) => addon.arn, names), doc: "ARNs of the add-ons, by name." },
      addonRoleArns: { value: this.roleArns, doc: "ARNs of the add-ons' roles, by name of the add-on.", preconditions: conditions(this, inputs, identities) },
      beforeNodesReady: { value: this.beforeNodesReady, doc: "Ids that are known when the add-ons are there that nodes must find." },
      ready: { value: this.ready, doc: "Ids that are known when all add-ons are there, for what must come after them." },
    });
  }
}

/** What is read of an add-on, whichever its phase. */
type Made = { readonly id: string; readonly arn: string; readonly addonVersion: string };
type MadeByName = Expr<Readonly<Record<string, Made>>>;
type ByName<T> = Handle<Readonly<Record<string, T>>>;

const names = ["name", "addon"] as const;

/** What each add-on is given beside what its author says, by name. */
function resolved(scope: Construct, inputs: Inputs, { words, accounts }: Identities, roleArns: ByName<string>) {
  const { addons } = inputs;
  const found = resolvedVersions(scope, inputs);
  const has = (name: Handle<string>, word: string) => tf`${words.at(name)} == ${word} && contains(keys(${roleArns}), ${name})`;
  return {
    versions: local(scope, "versions", project(addons, (name, addon) => choose([present(addon.resolveVersion), found.at(name).version], addon.version), names)),
    irsaRoleArns: local(scope, "irsa_role_arns", project(addons, (name) => tf<string>`${has(name, "irsa")} ? ${roleArns.at(name)} : null`, names)),
    podIdentities: local(scope, "pod_identities", project(addons, (name) => tf<readonly string[]>`${has(name, "podIdentity")} ? ${accounts.at(name)}.names : []`, names)),
    roleArns,
  };
}

/** One resource a phase, because there is no order within one. */
function addonsByPhase(scope: Construct, inputs: Inputs, given: ReturnType<typeof resolved>, permitted: readonly Expr<unknown>[]): Record<AddonPhase, MadeByName> {
  const { addons, nodesReady } = inputs;
  const phaseOf = phaseByAddon(scope, inputs);
  const made: Partial<Record<AddonPhase, MadeByName>> = {};
  for (const [index, phase] of phases.entries()) {
    const before = index === 0 ? permitted : [made[phases[index - 1]!]!];
    made[phase] = resource(EksAddon, scope, snakeCase(phase), {
      ...addonArguments(inputs, given),
      forEach: where(addons, (name) => tf`${phaseOf.at(name)} == ${phase}`, names),
      dependsOn: phase === "afterNodes" ? [...before, nodesReady] : before,
    });
  }
  return made as Record<AddonPhase, MadeByName>;
}

function phaseByAddon(scope: Construct, { addons }: Inputs): ByName<string> {
  const elsewhere = phases.filter((phase) => phase !== usualPhase);
  const byName = (name: Handle<string>) => choose<string>(...elsewhere.map((phase) => [tf<boolean>`contains(${standing(phase)}, ${name})`, phase] as const), usualPhase);
  return local(scope, "phases", project(addons, (name, addon) => tf<string>`coalesce(${addon.phase}, ${byName(name)})`, names));
}

function addonArguments({ clusterName, addons, tags }: Inputs, { versions, irsaRoleArns, podIdentities, roleArns }: ReturnType<typeof resolved>) {
  const { key, value: addon } = addons.each;
  return {
    clusterName,
    addonName: key,
    addonVersion: versions.at(key),
    configurationValues: addon.configurationValues,
    resolveConflictsOnCreate: addon.resolveConflictsOnCreate,
    resolveConflictsOnUpdate: addon.resolveConflictsOnUpdate,
    preserve: addon.preserve,
    serviceAccountRoleArn: irsaRoleArns.at(key),
    podIdentityAssociation: dynamic(setOf(podIdentities.at(key)), (account) => ({ serviceAccount: account.value, roleArn: roleArns.at(key) })),
    tags: tf<Readonly<Record<string, string>>>`merge(${tags}, ${addon.tags})`,
  };
}
