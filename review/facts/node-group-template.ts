import { addressOf } from "../naming/address";
import { block, text, texts } from "../values";
import type { Side } from "./sides";

/** EKS wants the type of a capacity block in the launch template, and may find others there. */
export function typesOf({ values }: Side, template: Side | undefined): string[] {
  const own = texts(values, "instance_types");
  return own.length > 0 ? own : [text(template?.values, "instance_type")].filter((type) => type !== undefined);
}

/** Of what there is, the launch templates. */
export function templatesIn(all: readonly Side[]): Side[] {
  return all.filter(({ type }) => type === "aws_launch_template");
}

/**
 * A new template has no id yet that the group could name: then it is the one of the group's key in the same module, as this
 * project's modules make it. Where that leaves several or none, there is none.
 */
export function launchTemplateOf(group: Side, templates: readonly Side[]): Side | undefined {
  const named = block(group.values, "launch_template");
  const [id, name] = [text(named, "id"), text(named, "name")];
  const found = templates.filter(({ values }) => (id !== undefined ? text(values, "id") === id : name !== undefined && text(values, "name") === name));
  if (id !== undefined || name !== undefined) return found.length === 1 ? found[0] : undefined;
  const own = addressOf(group.address);
  const besides = templates.filter(({ address }) => moduleOf(address) === moduleOf(group.address) && addressOf(address).key === own.key);
  return named !== undefined && own.key !== undefined && besides.length === 1 ? besides[0] : undefined;
}

/** The calls that lead to it, with their keys. */
function moduleOf(address: string): string {
  const { block: whole, type, name } = addressOf(address);
  return whole.slice(0, whole.length - `${type}.${name}`.length);
}
