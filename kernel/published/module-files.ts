import { hclFiles } from "../hcl/files";
import { type ModuleDefinition, ModuleStacks } from "../module";
import { exampleFiles } from "./module-examples";
import { testFile } from "./module-tests";
import { refuse } from "../problem";
import { moduleTexts, type Publication } from "./readme";
import type { ModuleStack } from "../module-stack";
import type { Target } from "../target";

type FilesOf = (module: ModuleDefinition) => Readonly<Record<string, string>>;

/**
 * The files of a published module by path. Pure: the same definition and target give the same bytes.
 *
 * @throws ProblemsError when something leaked into the output or a variable is read nowhere.
 */
export function moduleFiles(definition: ModuleDefinition, target: Target, publication?: Publication): Record<string, string> {
  const stacks = new ModuleStacks(target);
  const filesOf = (module: ModuleDefinition): Record<string, string> => stackFiles(module, stacks.of(module), filesOf);
  return stackFiles(definition, stacks.of(definition), filesOf, publication);
}

/** The same for a stack that is built already. `filesOf` gives the files of the modules below it. */
export function stackFiles(definition: ModuleDefinition, stack: ModuleStack, filesOf: FilesOf, publication?: Publication): Record<string, string> {
  const files = hclFiles(stack);
  refuse([...stack.check(), ...unread(definition, files)]);
  const own = { ...files, ...texts(stack.files), ...moduleTexts(definition, stack, files, publication), ...exampleFiles(definition, stack, files["versions.tf"]!), ...tests(definition, stack) };
  return { ...own, ...below(definition, filesOf) };
}

/** The modules that stand below another one, whole: it is published with them and needs nothing beside itself. */
function below({ modules = [] }: ModuleDefinition, filesOf: FilesOf): Record<string, string> {
  return Object.fromEntries(modules.flatMap((module) => Object.entries(filesOf(module)).map(([path, text]) => [`modules/${module.name}/${path}`, text])));
}

/** A published module is read by people and compared by line. */
function texts(files: ModuleStack["files"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => {
      if (typeof content !== "string") throw new Error(`bug: the file ${path} of a module is no text`);
      return [path, content];
    }),
  );
}

function tests({ name, example, tests }: ModuleDefinition, stack: ModuleStack): Record<string, string> {
  return tests === undefined ? {} : { [`tests/${name}.tftest.hcl`]: testFile(example, tests, stack) };
}

/** An input that no argument reads would be accepted and ignored. */
function unread(definition: ModuleDefinition, files: Readonly<Record<string, string>>) {
  const { "variables.tf": variables = "", ...rest } = files;
  const text = Object.values(rest).join("\n");
  return [...variables.matchAll(/^variable "(\w+)"/gm)]
    .map((match) => match[1]!)
    .filter((name) => !new RegExp(`\\bvar\\.${name}\\b`).test(text))
    .map((name) => ({ path: `modules/${definition.name} ${name}`, expected: "an input that the body reads", got: undefined, rule: "unread-input" }));
}
