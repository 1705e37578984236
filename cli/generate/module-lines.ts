import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ModuleDefinition, ProblemsError, type Publication } from "../../kernel";
import { moduleInterface, type ModuleInterface } from "../../kernel/interface/module-interface";
import { ModuleStacks } from "../../kernel/module";
import { stackFiles } from "../../kernel/published/module-files";
import { nearest } from "../../kernel/nearest";
import { modules } from "../../modules";
import { releasesOf } from "../../modules/releases";
import { flavours } from "../../modules/targets";
import { mainProvider } from "../publish/published-module";

export interface GeneratedModule {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Every module in each line of provider versions. One run generates, guards and publishes from the same stacks: each is
 * built once a line.
 */
export class ModuleLines {
  private readonly built = new Map<string, ModuleStacks>();
  private readonly written = new Map<string, readonly GeneratedModule[]>();

  constructor(private readonly root: string) {}

  /** What would be written, by module. */
  files(line: string): readonly GeneratedModule[] {
    const files = this.written.get(line) ?? this.write(line);
    this.written.set(line, files);
    return files;
  }

  /** What callers and states hold on to, by module. */
  interfaces(line: string): Record<string, ModuleInterface> {
    const stacks = this.stacks(line);
    return Object.fromEntries(modules.map((definition) => [definition.name, moduleInterface(definition, stacks.of(definition))]));
  }

  private stacks(line: string): ModuleStacks {
    const target = flavours[line];
    if (target === undefined) throw new ProblemsError([{ path: "generate --aws", expected: `one of ${Object.keys(flavours).join(", ")}`, got: line, suggestion: nearest(line, Object.keys(flavours)), rule: "provider-flavour" }]);
    const stacks = this.built.get(line) ?? new ModuleStacks(target);
    this.built.set(line, stacks);
    return stacks;
  }

  private write(line: string): GeneratedModule[] {
    const stacks = this.stacks(line);
    const license = readFileSync(join(this.root, "LICENSE"), "utf8");
    const made = new Map<ModuleDefinition, GeneratedModule["files"]>();
    // A module that stands below another one is written once for both.
    const filesOf = (definition: ModuleDefinition): GeneratedModule["files"] => {
      const files = made.get(definition) ?? { ...stackFiles(definition, stacks.of(definition), filesOf, publicationOf(definition.name, line)), LICENSE: license };
      made.set(definition, files);
      return files;
    };
    return modules.map((definition) => ({ name: definition.name, files: filesOf(definition) }));
  }
}

/** In READMEs, `example` stands for the organization of a private registry. */
function publicationOf(name: string, line: string): Publication {
  return { source: (files) => `app.terraform.io/example/${name}/${mainProvider(files)}`, releases: releasesOf(name, line) };
}
