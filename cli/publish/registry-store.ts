import { type Problem, ProblemsError } from "../../kernel/problem";
import { type Patience, patient } from "../terraform-cloud/patience";
import { refuseUnseen } from "../terraform-cloud/organization";
import { TerraformCloud } from "../terraform-cloud/terraform-cloud";
import type { PublishedModule } from "./published-module";
import type { Source } from "./source";
import { RegistryVersion } from "./registry-version";
import { type Delivery, type Examination, examination, type Store } from "./store";

/** The private registry of an organization in Terraform Cloud or Enterprise. */
export class RegistryStore implements Store {
  constructor(private readonly address: RegistryAddress, private readonly modules: readonly PublishedModule[], private readonly source: Source, private readonly patience: Patience = patient, private readonly env: NodeJS.ProcessEnv = process.env) {}

  async examine(): Promise<Examination> {
    const { origin, organization } = this.address;
    try {
      const cloud = await TerraformCloud.discover(origin, { patience: this.patience, env: this.env });
      await refuseUnseen(cloud, organization);
      const found: (Delivery | Problem)[] = [];
      for (const module of this.modules) found.push(await new RegistryVersion(cloud, organization, module, this.source, this.patience).examine());
      return examination(found);
    } catch (error) {
      if (error instanceof ProblemsError) return { deliveries: [], problems: error.problems };
      throw error;
    }
  }
}

export interface RegistryAddress {
  readonly origin: URL;
  readonly organization: string;
}

/** `app.terraform.io/example`. Without TLS on this machine alone: a token goes there. */
export function registryAddress(text: string): RegistryAddress | Problem {
  const [, scheme = "https", host, organization] = /^(?:(https?):\/\/)?([^/\s@]+)\/([A-Za-z0-9_-]+)$/.exec(text) ?? [];
  const loopback = /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host ?? "");
  if (host === undefined || organization === undefined || (scheme === "http" && !loopback) || !URL.canParse(`${scheme}://${host}`)) return { path: "publish --registry", expected: "<host>/<organization>", got: text, suggestion: "app.terraform.io/example", rule: "registry-address" };
  return { origin: new URL(`${scheme}://${host}`), organization };
}
