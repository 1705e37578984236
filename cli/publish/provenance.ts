import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../archive";
import { archiveName, type PublishedModule } from "./published-module";
import type { Source } from "./source";

/**
 * What an archive was made from, and with what: an in-toto statement with a SLSA provenance, without time and machine,
 * so that the same commit gives the same bytes.
 * https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md, https://slsa.dev/spec/v1.0/provenance (read 2026-11-22)
 */
export function provenance(module: PublishedModule, archive: Uint8Array, { commit, repository }: Source, root: string): string {
  const { name, version, aws } = module;
  const statement = {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: archiveName(module), digest: { sha256: sha256(archive) } }],
    predicateType: "https://slsa.dev/provenance/v1",
    predicate: {
      buildDefinition: {
        buildType: "urn:eks-platform:publish:v1",
        externalParameters: { module: name, version, awsProvider: aws },
        resolvedDependencies: [{ ...(repository !== undefined && { uri: `git+${repository}@${commit}` }), digest: { gitCommit: commit } }],
      },
      runDetails: { builder: { id: "urn:eks-platform:publish", version: toolVersions(root) } },
    },
  };
  return `${JSON.stringify(statement, null, 2)}\n`;
}

const tools = ["cdktf", "constructs", "@cdktf/provider-aws", "@cdktf/provider-helm", "@cdktf/provider-kubernetes"];

/** What can change the bytes of a module, or of its archive. */
function toolVersions(root: string): Record<string, string> {
  const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { name: string; version: string; dependencies: Record<string, string>; devDependencies: Record<string, string> };
  return { [own.name]: own.version, ...Object.fromEntries(tools.map((tool) => [tool, own.dependencies[tool] ?? ""])), "tar-stream": own.devDependencies["tar-stream"] ?? "" };
}
