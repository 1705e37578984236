import { mainProvider, type PublishedModule } from "../../../cli/publish/published-module";
import type { Source } from "../../../cli/publish/source";

export const source: Source = { commit: "0123456789abcdef0123456789abcdef01234567", committer: "Releases <releases@example.com> 1800000000 +0000", repository: "https://github.com/example/platform" };

/** A version of a module that is small, and has what makes a module: files in folders, and a provider. */
export function publishedModule(version = "1.0.0", { name = "network", provider = "aws", previous, main = "" }: { name?: string; provider?: string; previous?: string; main?: string } = {}): PublishedModule {
  const files = {
    "versions.tf": `terraform {\n  required_providers {\n    ${provider} = {\n      source  = "hashicorp/${provider}"\n      version = ">= 1.0"\n    }\n  }\n}\n`,
    "main.tf": `variable "name" {\n  type = string\n}\n${main}`,
    "outputs.tf": `output "version" {\n  value = "\${var.name} ${version}"\n}\n`,
    "examples/minimal/main.tf": `module "network" {\n  source = "../.."\n\n  name = "example"\n}\n`,
  };
  return { name, provider: mainProvider(files), version, aws: "5.100", files, ...(previous !== undefined && { previous }) };
}
