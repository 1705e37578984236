import { changelog, type ModuleRelease, upgradeNotes } from "./changelog";
import { type Costs, costSection } from "./costs";
import { bullets } from "./markdown";
import type { ModuleDefinition } from "../module";
import { indented } from "./module-tests";
import { ruleSection } from "./rule-table";
import type { ModuleStack } from "../module-stack";
import { has, type Target } from "../target";
import { terraformDocs } from "./terraform-docs";

/** What a README tells of a module beside what its files say. */
export interface About {
  /** What is created, in words: a thing each, with the input that decides on it. */
  readonly makes: readonly string[];
  readonly costs: Costs;
}

/** How a module reaches its users. */
export interface Publication {
  /** What they write as `source`, of the module with these files. */
  source(files: Readonly<Record<string, string>>): string;
  /** Newest first. The first is what the files are of. */
  readonly releases: readonly ModuleRelease[];
}

/** README.md. `files` are the module's own, by path. */
export function readme(definition: ModuleDefinition, stack: ModuleStack, files: Readonly<Record<string, string>>, publication?: Publication): string {
  const { name, doc, example, notes } = definition;
  const about = aboutAt(definition, stack.target);
  const sections = [
    `# ${name}`,
    doc,
    "```hcl\n" + callText(name, publication === undefined ? { source: `./${name}` } : { source: publication.source(files), version: constraint(publication) }, example) + "```",
    ...(about === undefined ? [] : [`## What is created\n\n${bullets(about.makes)}`, costSection(about.costs)]),
    notes?.trim(),
    terraformDocs(stack),
    ruleSection(definition.inputs, stack),
    publication && upgradeNotes(publication.releases),
  ];
  return sections.filter((section) => section !== undefined).join("\n\n").concat("\n");
}

/** What there is to tell of the module for this provider. */
export function aboutAt({ about }: ModuleDefinition, target: Target): About | undefined {
  return typeof about === "function" ? about((version) => has(target, version)) : about;
}

/** README and CHANGELOG by path. */
export function moduleTexts(definition: ModuleDefinition, stack: ModuleStack, files: Readonly<Record<string, string>>, publication?: Publication): Record<string, string> {
  return { "README.md": readme(definition, stack, files, publication), ...(publication && { "CHANGELOG.md": changelog(definition.name, publication.releases) }) };
}

/** What examples call a module: `module "node_groups"`. */
export function callName(name: string): string {
  return name.replaceAll("-", "_");
}

/** A call of a published module with arguments as HCL. */
export function callText(name: string, at: { readonly source: string; readonly version?: string }, given: string): string {
  const where = at.version === undefined ? [`  source = "${at.source}"`] : [`  source  = "${at.source}"`, `  version = "${at.version}"`];
  return [`module "${callName(name)}" {`, ...where, "", ...indented(given, 1), "}", ""].join("\n");
}

/** Every later version of the same major. */
function constraint({ releases }: Publication): string {
  const [major, minor] = releases[0]!.version.split(".");
  return `~> ${major}.${minor}`;
}
