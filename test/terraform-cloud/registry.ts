import { gunzipSync } from "node:zlib";
import { type Call, missing, newId, type Reply, type Routes, type TerraformCloudServer } from "./server";

interface Version {
  readonly version: string;
  readonly object: string;
  readonly commit: unknown;
  status: "pending" | "reg_ingressing" | "ok" | "reg_ingress_failed";
  archive?: Buffer;
}

/** Private modules of organizations, as the API makes them and as Terraform installs them. */
export class Registry {
  /** By `organization/name/provider`. */
  readonly modules = new Map<string, Version[]>();
  /** `name/provider` that somebody else has. */
  readonly taken = new Set<string>();

  constructor(private readonly server: TerraformCloudServer) {
    server.add(this.routes());
  }

  private routes(): Routes {
    const module = "/api/v2/organizations/:org/registry-modules/private/:org2/:name/:provider";
    const protocol = "/api/registry/v1/modules/:org/:name/:provider";
    return {
      "GET /.well-known/terraform.json": () => ({ status: 200, json: { "tfe.v2": "/api/v2/", "modules.v1": "/api/registry/v1/modules/" } }),
      "GET /api/v2/organizations/:org": seen(({ params }) => ({ status: 200, data: { id: params.org, type: "organizations", attributes: { name: params.org } } })),
      "POST /api/v2/organizations/:org/registry-modules": seen((call) => this.create(call)),
      [`GET ${module}`]: seen((call) => this.read(call)),
      [`POST ${module}/versions`]: seen((call) => this.createVersion(call)),
      [`DELETE ${module}/:version`]: seen((call) => this.remove(call)),
      "PUT /_archivist/v1/object/:object": (call) => this.upload(call),
      "GET /_archivist/v1/object/:object": ({ params }) => this.object(params.object!),
      [`GET ${protocol}/versions`]: seen((call) => this.versions(call)),
      [`GET ${protocol}/:version/download`]: seen((call) => this.download(call)),
    };
  }

  private create({ params, attributes }: Call): Reply {
    const { name, provider } = attributes as { name: string; provider: string };
    const key = `${params.org}/${name}/${provider}`;
    if (this.modules.has(key) || this.taken.has(`${name}/${provider}`)) return { status: 422, errors: ["Name has already been taken"] };
    this.modules.set(key, []);
    return { status: 201, data: this.moduleOf(key) };
  }

  private read({ params }: Call): Reply {
    const key = keyOf(params);
    if (!this.modules.has(key)) return missing;
    const document = this.moduleOf(key);
    // Taking in takes a while: the first look sees it at work.
    for (const version of this.modules.get(key)!) if (version.status === "reg_ingressing") version.status = isArchive(version.archive!) ? "ok" : "reg_ingress_failed";
    return { status: 200, data: document };
  }

  private createVersion({ params, attributes }: Call): Reply {
    const versions = this.modules.get(keyOf(params));
    if (versions === undefined) return missing;
    const version = String(attributes.version);
    if (versions.some((one) => one.version === version)) return { status: 422, errors: ["Version has already been taken"] };
    const made: Version = { version, object: newId("object"), commit: attributes["commit-sha"], status: "pending" };
    versions.push(made);
    return { status: 201, data: { id: newId("modver"), type: "registry-module-versions", attributes: { version, status: made.status }, links: { upload: this.addressOf(made) } } };
  }

  private remove({ params }: Call): Reply {
    const versions = this.modules.get(keyOf(params)) ?? [];
    const at = versions.findIndex(({ version }) => version === params.version);
    if (at < 0) return missing;
    versions.splice(at, 1);
    if (versions.length === 0) this.modules.delete(keyOf(params));
    return { status: 204 };
  }

  private upload({ params, body }: Call): Reply {
    const version = this.find(params.object!);
    if (version === undefined || version.status === "ok") return missing;
    [version.archive, version.status] = [body, "reg_ingressing"];
    return { status: 200 };
  }

  private object(object: string): Reply {
    const { archive } = this.find(object) ?? {};
    return archive === undefined ? missing : { status: 200, bytes: archive };
  }

  private versions({ params }: Call): Reply {
    const versions = this.modules.get(keyOf(params))?.filter(({ status }) => status === "ok");
    return versions === undefined ? missing : { status: 200, json: { modules: [{ versions: versions.map(({ version }) => ({ version })) }] } };
  }

  private download({ params }: Call): Reply {
    const version = this.modules.get(keyOf(params))?.find((one) => one.version === params.version && one.status === "ok");
    return version === undefined ? missing : { status: 204, headers: { "x-terraform-get": `${this.addressOf(version)}?archive=tar.gz` } };
  }

  private moduleOf(key: string): object {
    const [namespace, name, provider] = key.split("/");
    const statuses = this.modules.get(key)!.map(({ version, status }) => ({ version, status }));
    return { id: `mod-${name}`, type: "registry-modules", attributes: { name, namespace, provider, "registry-name": "private", "version-statuses": statuses, "vcs-repo": null } };
  }

  private find(object: string): Version | undefined {
    return [...this.modules.values()].flat().find((version) => version.object === object);
  }

  private addressOf({ object }: Version): string {
    return `${this.server.url}/_archivist/v1/object/${object}`;
  }
}

/** To who may not see an organization it is not there. */
function seen(handle: (call: Call) => Reply): (call: Call) => Reply {
  return (call) => (call.organizations.includes(call.params.org!) ? handle(call) : missing);
}

function keyOf({ org, name, provider }: Readonly<Record<string, string>>): string {
  return `${org}/${name}/${provider}`;
}

function isArchive(content: Buffer): boolean {
  try {
    return gunzipSync(content).length > 0;
  } catch {
    return false;
  }
}
