import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Look } from "../../cli/doctor/look";
import { providerFindings } from "../../cli/doctor/providers";
import { terraformPlatform } from "../../cli/terraform/provider-mirror";
import { stacksOf } from "./stacks-with-state";
import { temporaryFolder } from "./temporary";

const aws = { aws: { source: "hashicorp/aws", version: "5.100.0" } };
const entry = (version: string) => `provider "registry.terraform.io/hashicorp/aws" {\n  version     = "${version}"\n  hashes = [\n    "h1:a",\n  ]\n}\n`;
const address = "registry.terraform.io/hashicorp/aws";

interface Given {
  /** Version in the lock file beside the stack. */
  readonly locked?: string;
  readonly reachable?: boolean;
  readonly mirrored?: boolean;
}

async function findings({ locked, reachable = true, mirrored = false }: Given) {
  const [root, mirror] = [temporaryFolder(), temporaryFolder()];
  const stack = stacksOf({ qa: { terraform: { backend: { local: {} }, required_providers: aws } } }, root)["qa"]!;
  if (locked !== undefined) writeFileSync(join(stack.folder, ".terraform.lock.hcl"), entry(locked));
  if (mirrored) mkdirSync(join(mirror, address, "5.100.0", terraformPlatform()), { recursive: true });
  const machine = { env: {}, home: root, places: { implied: [mirror], searched: [] }, registryReachable: () => Promise.resolve(reachable), cache: root };
  return (await providerFindings(new Look(root, "qa", [stack]), machine)).map(({ id, found }) => ({ id, found }));
}

test.each<[string, Given, readonly { readonly id: string; readonly found: string }[]]>([
  ["a provider that is locked and within reach is fine", { locked: "5.100.0" }, []],
  ["one in a mirror is within reach", { locked: "5.100.0", reachable: false, mirrored: true }, []],
  ["one that nobody locked is told", {}, [{ id: "provider-unlocked", found: `${address} 5.100.0 is not locked` }]],
  ["one that is locked at another version is told", { locked: "5.99.0" }, [{ id: "provider-unlocked", found: `${address} 5.100.0 is not locked; the lock file has ${address} 5.99.0` }]],
  ["one that is nowhere is told", { locked: "5.100.0", reachable: false }, [{ id: "provider-out-of-reach", found: `${address} 5.100.0 is nowhere` }]],
])("%s", async (_, given, expected) => {
  expect(await findings(given)).toEqual(expected);
});
