import { subset, validRange } from "semver";
import type { ModuleInterface } from "../../kernel/interface/module-interface";
import { addition, type Finding } from "./finding";
import { inputFindings } from "./input-findings";

/** Everything in which a module differs for those who use what was released. */
export function moduleFindings(before: ModuleInterface, after: ModuleInterface): Finding[] {
  return [
    ...inputFindings(before.inputs, after.inputs),
    ...outputFindings(before, after),
    ...addressFindings(before, after),
    ...refactoringFindings(before, after),
    ...ruleFindings(before, after),
    ...versionFindings(before, after),
  ];
}

function outputFindings({ outputs: before }: ModuleInterface, { outputs: after }: ModuleInterface): Finding[] {
  const place = (name: string) => ({ place: `output ${name}`, name, weight: "break" as const });
  const kept = Object.keys(before).filter((name) => name in after);
  return [
    ...Object.keys(before).filter((name) => !(name in after)).map((name) => ({ ...place(name), expected: "to stay", got: undefined, why: "callers read it", suggestion: "declare it again, beside what takes its place", rule: "output-vanished" })),
    ...kept.filter((name) => after[name]!.sensitive === true && before[name]!.sensitive !== true).map((name) => ({ ...place(name), expected: "to be plain", got: "sensitive", why: "Terraform refuses callers who put it into an output or a for_each", rule: "output-sensitive" })),
    ...Object.keys(after).filter((name) => !(name in before)).map((name) => addition(`output ${name}`)),
  ];
}

function addressFindings(before: ModuleInterface, after: ModuleInterface): Finding[] {
  // Terraform itself moves between a resource and the only one of its count.
  const keyed = (address: string, { addresses }: ModuleInterface) => addresses[address] === "each";
  const stays = (address: string) => address in after.addresses && keyed(address, before) === keyed(address, after);
  const lost = Object.keys(before.addresses).filter((address) => !stays(address) && !isLed(address, after));
  return [
    ...lost.map((address): Finding => ({
      weight: "break",
      place: address,
      name: address,
      expected: "to stay, or to have a moved or removed block",
      got: address in after.addresses ? `${after.addresses[address]}, after ${before.addresses[address]}` : undefined,
      why: "a plan over an existing state destroys it",
      suggestion: `moved(scope, "${address}", …)`,
      rule: "address-vanished",
    })),
    ...Object.keys(after.addresses).filter((address) => !(address in before.addresses)).map(addition),
  ];
}

/** Whether blocks lead on from an address to one that is there, or out of the state. */
function isLed(address: string, module: ModuleInterface, seen: readonly string[] = []): boolean {
  if (module.removed.some((from) => resourceOf(from) === address)) return true;
  const next = module.moved.filter(({ from }) => resourceOf(from) === address).map(({ to }) => resourceOf(to));
  return next.some((to) => to in module.addresses || (!seen.includes(to) && isLed(to, module, [...seen, to])));
}

/** An address without its key or index: `aws_subnet.old["a"]`. */
function resourceOf(address: string): string {
  return address.replace(/\[[^[\]]*\]$/, "");
}

/** They stay until the next major version: whoever leaves out a version comes from an older state. */
function refactoringFindings(before: ModuleInterface, after: ModuleInterface): Finding[] {
  const blocks = ({ moved, removed }: ModuleInterface) => [...moved.map(({ from, to }) => `moved from ${from} to ${to}`), ...removed.map((from) => `removed from ${from}`)];
  const kept = blocks(after);
  return blocks(before).filter((block) => !kept.includes(block)).map((block) => ({
    weight: "break",
    place: block,
    name: block,
    expected: "to stay",
    got: undefined,
    why: "who comes from an older version than the last needs it",
    rule: "refactoring-vanished",
  }));
}

function ruleFindings({ rules: before }: ModuleInterface, { rules: after }: ModuleInterface): Finding[] {
  return after.filter((id) => !before.includes(id)).map((id) => ({ weight: "told", place: `rule ${id}`, name: id, expected: "no new rule", got: id, why: "what callers give may be refused", rule: "condition-rule" }));
}

function versionFindings(before: ModuleInterface, after: ModuleInterface): Finding[] {
  const required = (module: ModuleInterface) => ({ Terraform: module.terraform, ...Object.fromEntries(Object.entries(module.providers).map(([name, { version }]) => [`provider ${name}`, version])) }) as Record<string, string>;
  const [old, now] = [required(before), required(after)];
  const changed = Object.entries(now).filter(([name, version]) => old[name] !== version);
  const narrowed = ([name, version]: readonly [string, string]) => old[name] === undefined || !subset(rangeOf(old[name]), rangeOf(version));
  const sources = Object.entries(after.providers).filter(([name, { source }]) => before.providers[name] !== undefined && before.providers[name].source !== source);
  const aliases = Object.entries(after.providers).flatMap(([name, { aliases: asked = [] }]) => asked.filter((alias) => !(before.providers[name]?.aliases ?? []).includes(alias)));
  return [
    ...changed.map((entry) => (narrowed(entry) ? {
      weight: "break" as const,
      place: entry[0],
      name: entry[0],
      expected: old[entry[0]] === undefined ? "no new provider" : `every version of ${old[entry[0]]}`,
      got: entry[1],
      why: old[entry[0]] === undefined ? "callers have to configure it" : "callers may run one that is left out",
      rule: "requirement-narrowed",
    } : addition(entry[0]))),
    ...sources.map(([name, { source }]): Finding => ({ weight: "break", place: `provider ${name}`, name, expected: `the source ${before.providers[name]!.source}`, got: source, why: "it is another provider", rule: "requirement-narrowed" })),
    ...aliases.map((alias): Finding => ({ weight: "break", place: `provider ${alias}`, name: alias, expected: "no new slot", got: alias, why: "callers have to pass a provider for it", rule: "requirement-narrowed" })),
  ];
}

function rangeOf(constraint: string): string {
  const range = constraint.replaceAll(/,\s*/g, " ").replaceAll(/([<>=])\s+/g, "$1");
  if (/~>|!=/.test(constraint) || validRange(range) === null) throw new Error(`bug: the version constraint ${constraint} is of no kind that can be compared`);
  return range;
}
