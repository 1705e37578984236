import type { Problem } from "../../kernel/problem";
import type { Patience } from "../terraform-cloud/patience";
import { refusal } from "../terraform-cloud/refusal";
import type { TerraformCloud } from "../terraform-cloud/terraform-cloud";
import { archiveOf, type Files, filesIn } from "../archive";
import type { PublishedModule } from "./published-module";
import type { Source } from "./source";
import { type Delivery, published } from "./store";

/** https://developer.hashicorp.com/terraform/cloud-docs/api-docs/private-registry/modules (read 2026-11-22) */
interface RegistryModule {
  readonly "version-statuses"?: readonly { readonly version: string; readonly status: string; readonly error?: string }[];
  readonly "vcs-repo"?: object | null;
}

/** One version of one module. Every step may have been done before, by a run that was cut off. */
export class RegistryVersion {
  private readonly path: string;
  private readonly what: string;
  private readonly to: string;

  constructor(private readonly cloud: TerraformCloud, private readonly organization: string, private readonly module: PublishedModule, private readonly source: Source, private readonly patience: Patience) {
    const { name, provider, version } = module;
    this.path = `organizations/${organization}/registry-modules/private/${organization}/${name}/${provider}`;
    this.what = `${name} ${version}`;
    this.to = `${cloud.host}/${organization}/${name}/${provider} ${version}`;
  }

  async examine(): Promise<Delivery | Problem> {
    const delivery = { what: this.what, to: this.to, deliver: () => this.deliver() };
    const known = await this.read();
    if (known === undefined) return { ...delivery, found: "new, and so is the module" };
    if (known["vcs-repo"]) return { path: this.to, expected: "a module that is published by its API", got: "one of a version control repository", why: "its versions are the tags of that repository", rule: "registry-module" };
    const status = this.statusIn(known);
    if (status === undefined) return { ...delivery, found: "new" };
    if (status !== "ok") return { ...delivery, found: `begun and not finished (${status})` };
    const { name, provider, version, files } = this.module;
    const there = await this.cloud.module(`${this.organization}/${name}/${provider}/${version}`);
    const differs = there === undefined ? "what cannot be downloaded" : differing(await filesIn(there).catch(() => ({})), files);
    if (differs === undefined) return { what: this.what, to: this.to, found: published };
    return { path: this.to, expected: "a version with the files of this commit", got: differs, why: "a version that is published never changes", suggestion: "a new patch version in modules/releases.ts", rule: "version-published" };
  }

  private async deliver(): Promise<void> {
    await this.ensureModule();
    const status = await this.settled();
    if (status === "ok" || isWorking(status)) return this.finished();
    if (status !== undefined) await this.discard();
    const address = (await this.create()) ?? (await this.createAnew());
    const taken = await this.cloud.upload(address, await archiveOf(this.module.files));
    if (taken !== 200) throw refusal(this.cloud.host, "the upload to be taken", taken);
    await this.finished();
  }

  private async ensureModule(): Promise<void> {
    if ((await this.read()) !== undefined) return;
    const { name, provider } = this.module;
    const { status, errors } = await this.cloud.request("POST", `organizations/${this.organization}/registry-modules`, { data: { type: "registry-modules", attributes: { name, provider, "registry-name": "private" } } });
    // An answer that got lost: the module is there all the same.
    if (status === 201 || (await this.read()) !== undefined) return;
    throw refusal(this.to, `a name that is free for ${this.organization}`, errors || status);
  }

  /** What is pending may be uploaded already, and wait to be taken in. */
  private async settled(): Promise<string | undefined> {
    const moved = await this.cloud.until(async () => ((await this.status()) === "pending" ? undefined : true), this.patience.pendingMs);
    return moved ? this.status() : "pending";
  }

  /** A version that was never whole is nobody's, and the address that its upload had is lost. */
  private async discard(): Promise<void> {
    await this.cloud.request("DELETE", `${this.path}/${this.module.version}`);
    // With its last version goes the module.
    await this.ensureModule();
  }

  /** The address to upload to; nothing where the version is there. */
  private async create(): Promise<string | undefined> {
    const { status, data, errors } = await this.cloud.request("POST", `${this.path}/versions`, { data: { type: "registry-module-versions", attributes: { version: this.module.version, "commit-sha": this.source.commit } } });
    const address = data?.links?.["upload"];
    if (address === undefined && (await this.status()) !== "pending") throw refusal(this.to, "an address to upload to", errors || status);
    return address;
  }

  /** The answer to a creation that worked got lost, and the address with it. */
  private async createAnew(): Promise<string> {
    await this.discard();
    const address = await this.create();
    if (address === undefined) throw refusal(this.to, "an address to upload to", "none");
    return address;
  }

  private async finished(): Promise<void> {
    const end = await this.cloud.until(async () => {
      const status = await this.status();
      return status === "pending" || isWorking(status) ? undefined : (status ?? "none");
    });
    if (end !== "ok") throw refusal(this.to, "the version to be taken in", end ?? "no end of it");
  }

  private async status(): Promise<string | undefined> {
    return this.statusIn((await this.read()) ?? {});
  }

  private statusIn(known: RegistryModule): string | undefined {
    return known["version-statuses"]?.find(({ version }) => version === this.module.version)?.status;
  }

  private async read(): Promise<RegistryModule | undefined> {
    const { status, data, errors } = await this.cloud.request<RegistryModule>("GET", this.path);
    if (status === 404) return undefined;
    if (data === undefined) throw refusal(this.to, "a module or none", errors || status);
    return data.attributes;
  }
}

/** Uploaded, and being taken in. */
function isWorking(status: string | undefined): boolean {
  return status === "cloning" || status === "reg_ingressing";
}

function differing(there: Files, files: Files): string | undefined {
  const paths = [...new Set([...Object.keys(there), ...Object.keys(files)])].sort().filter((path) => there[path] !== files[path]);
  return paths.length === 0 ? undefined : `other files: ${paths.slice(0, 5).join(", ")}`;
}

