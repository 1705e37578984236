import { dirname, join, relative, sep } from "node:path";

const frameworkFile = "kernel/framework.ts";

/** What each folder may import of the project. A folder that is not listed may import everything but tests and benches. */
const directions = {
  kernel: ["kernel"],
  aws: ["aws"],
  charts: ["charts"],
  modules: ["kernel", "aws", "charts"],
  accounts: ["accounts", "envs", "modules", "kernel", "aws"],
  // An environment says by its id which guard of a review may be passed.
  envs: ["envs", "modules", "kernel", "aws", "charts", "review"],
  emulator: ["emulator", "aws", "cli"],
  review: ["review", "kernel", "aws"],
};

/** Data flows one way (kernel, facts → modules → environments → commands), and two doors lead to packages. */
export const importDirections = {
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join("/");
    const check = (node) => {
      // What a computed path leads to is seen only when it runs.
      if (typeof node.source?.value !== "string") return;
      const refused = refusal(file, node.source.value, isTypeOnly(node));
      if (refused !== undefined) context.report({ node: node.source, message: refused });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};

function refusal(file, imported, typeOnly) {
  if (/^(envs\/[^/]+\/environment|accounts\/[^/]+\/account)\.ts$/.test(file) && !typeOnly) return `${file}: expected an environment to be data that imports types only, got "${imported}"`;
  return imported.startsWith(".") ? ofProject(file, join(dirname(file), imported).split(sep).join("/")) : ofPackage(file, imported);
}

function ofProject(file, target) {
  const [folder] = file.split("/");
  const [targetFolder, targetModule, targetFile] = target.split("/");
  if (["test", "bench"].includes(targetFolder) && !["test", "bench"].includes(folder)) return wrongWay(file, target);
  if (directions[folder] === undefined || directions[folder].includes(targetFolder)) return undefined;
  if (folder === "modules" && targetFolder === "modules") {
    const listed = file === "modules/index.ts" && targetFile === "module";
    // A composite calls other modules, and says what it knows of a network that exists as they do.
    const called = file.startsWith("modules/eks-platform/") && ["module", "existing-network"].includes(targetFile);
    // Inputs that several modules have alike stand beside the modules.
    const sharedInput = targetFile === undefined && !["index", "targets"].includes(targetModule);
    if (listed || called || sharedInput || targetModule === file.split("/")[1] || /^refs?(\.ts)?$/.test(targetFile ?? "")) return undefined;
    return `${file}: expected a module to import another one's refs.ts only, got "${target}"`;
  }
  return wrongWay(file, target);
}

function wrongWay(file, target) {
  const [folder] = file.split("/");
  const allowed = directions[folder] ?? ["anything but test and bench"];
  return `${file}: expected ${folder} to import ${allowed.join(", ")} only, got "${target}"`;
}

function ofPackage(file, name) {
  // A bench compares with what others write.
  if (file.startsWith("bench/")) return undefined;
  if (/^(cdktf|constructs)(\/|$)/.test(name) && file !== frameworkFile) return `${file}: expected the framework to be imported from ${frameworkFile}, got "${name}"`;
  if (file.startsWith("kernel/") && name.startsWith("@cdktf/")) return `${file}: expected the kernel to know no provider, got "${name}"`;
  if (/^@cdktf\/provider-[a-z]+(\/lib(\/index)?)?$/.test(name)) return `${file}: expected a deep import such as "@cdktf/provider-aws/lib/vpc", got "${name}"; the index costs 1.9 s and 500 MB`;
  return undefined;
}

function isTypeOnly(node) {
  return node.importKind === "type" || node.exportKind === "type";
}
