import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { bind, Construct, type Expr, type GivenInputs, type Handle, type Handles, listOf, local, outputs, project, resource, tf, where } from "../../kernel";
import { addonsInputs } from "./inputs";
import { standsBeforeNodes } from "./phases";

type Inputs = Handles<typeof addonsInputs>;

/** EKS add-ons, those that nodes need before nodes and the others after. */
export class Addons extends Construct {
  /** Ids that are known when the add-ons that nodes need are there. */
  readonly beforeNodesReady: Expr<readonly string[]>;
  /** The same for all add-ons. */
  readonly ready: Expr<readonly string[]>;
  /** Versions by the add-on's name. */
  readonly versions: Expr<Readonly<Record<string, string>>>;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof addonsInputs>) {
    super(scope, id);
    const inputs = bind(this, addonsInputs, given);
    const phases = phasesByName(this, inputs);
    const before = resource(EksAddon, this, "before_nodes", addonsOf(inputs, phases, "beforeNodes"));
    const after = resource(EksAddon, this, "after_nodes", { ...addonsOf(inputs, phases, "afterNodes"), dependsOn: [inputs.nodesReady] });

    const all = local(this, "addons", tf<Readonly<Record<string, Made>>>`merge(${before}, ${after})`);
    this.beforeNodesReady = listOf(before, (_, addon) => addon.id, names);
    this.ready = listOf(all, (_, addon) => addon.id, names);
    this.versions = project(all, (_, addon) => addon.addonVersion, names);
    outputs(this, {
      addonVersions: { value: this.versions, doc: "Versions of the add-ons, by name." },
      addonArns: { value: project(all, (_, addon) => addon.arn, names), doc: "ARNs of the add-ons, by name." },
      beforeNodesReady: { value: this.beforeNodesReady, doc: "Ids that are known when the add-ons are there that nodes must find." },
      ready: { value: this.ready, doc: "Ids that are known when all add-ons are there, for what must come after them." },
    });
  }
}

/** What is read of an add-on, whichever its phase. */
type Made = { readonly id: string; readonly arn: string; readonly addonVersion: string };

const names = ["name", "addon"] as const;

function phasesByName(scope: Construct, { addons }: Inputs): Handle<Readonly<Record<string, string>>> {
  const byName = (name: Handle<string>) => tf`contains(${standsBeforeNodes}, ${name}) ? "beforeNodes" : "afterNodes"`;
  return local(scope, "phases", project(addons, (name, addon) => tf<string>`coalesce(${addon.phase}, ${byName(name)})`, names));
}

function addonsOf({ clusterName, addons, tags }: Inputs, phases: ReturnType<typeof phasesByName>, phase: "beforeNodes" | "afterNodes") {
  const { key, value: addon } = addons.each;
  return {
    forEach: where(addons, (name) => tf`${phases.at(name)} == ${phase}`, names),
    clusterName,
    addonName: key,
    addonVersion: addon.version,
    configurationValues: addon.configurationValues,
    resolveConflictsOnCreate: addon.resolveConflictsOnCreate,
    resolveConflictsOnUpdate: addon.resolveConflictsOnUpdate,
    preserve: addon.preserve,
    serviceAccountRoleArn: addon.roleArn,
    tags,
  };
}
