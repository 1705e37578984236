import { createHash } from "node:crypto";
import type { StateFile } from "../../cli/state/state-file";
import { page, visible } from "./documents";
import { type Call, missing, newId, type Reply, type Routes, type TerraformCloudServer } from "./server";
import type { Workspace, Workspaces } from "./workspaces";

export interface StateVersion {
  readonly id: string;
  readonly organization: string;
  readonly bytes: Buffer;
  readonly state: StateFile;
  /** Of the address from which it is downloaded, which is a secret of its own. */
  readonly object: string;
  readonly run?: string;
}

/** What is told of a state before its content comes. */
interface Announced {
  readonly id: string;
  readonly workspace: Workspace;
  readonly md5: unknown;
  readonly force: boolean;
}

const outputTypes: Readonly<Record<string, string>> = { string: "string", number: "number", boolean: "boolean" };

/** Versions of the states of workspaces. https://developer.hashicorp.com/terraform/cloud-docs/api-docs/state-versions (read 2026-11-22) */
export class States {
  /** Told of each workspace that has a newer one. */
  onChange: (workspace: Workspace) => void = () => {};
  private readonly announced = new Map<string, Announced>();

  constructor(private readonly server: TerraformCloudServer, private readonly workspaces: Workspaces) {
    server.add(this.routes());
  }

  /** What a test says, or the worker. */
  add(workspace: Workspace, content: Buffer | StateFile, run?: string, id = newId("sv")): StateVersion {
    const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
    const version: StateVersion = { id, organization: workspace.organization, bytes, state: JSON.parse(bytes.toString()) as StateFile, object: newId("object"), ...(run !== undefined && { run }) };
    workspace.states.unshift(version);
    this.onChange(workspace);
    return version;
  }

  private routes(): Routes {
    const of = "/api/v2/workspaces/:workspace";
    const current = (handle: (version: StateVersion) => Reply) => ({ params, organizations }: Call) => {
      const version = visible(this.workspaces.byId.get(params.workspace!), organizations)?.states[0];
      return version === undefined ? missing : handle(version);
    };
    const one = (handle: (version: StateVersion) => Reply) => ({ params, organizations }: Call) => {
      const version = visible(this.all().find(({ id }) => id === params.version), organizations);
      return version === undefined ? missing : handle(version);
    };
    return {
      "GET /api/v2/state-versions": (call) => this.list(call),
      [`POST ${of}/state-versions`]: (call) => this.create(call),
      [`GET ${of}/current-state-version`]: current((version) => ({ status: 200, data: this.documentOf(version) })),
      [`GET ${of}/current-state-version-outputs`]: current((version) => ({ status: 200, data: outputsOf(version, false) })),
      "GET /api/v2/state-versions/:version": one((version) => ({ status: 200, data: this.documentOf(version) })),
      "GET /api/v2/state-versions/:version/outputs": one((version) => ({ status: 200, data: outputsOf(version, false) })),
      "GET /api/v2/state-versions/:version/download": one(({ object }) => ({ status: 302, headers: { location: this.addressOf(object) } })),
      "GET /api/v2/state-version-outputs/:output": (call) => this.output(call),
      "PUT /_archivist/v1/states/:object": (call) => this.upload(call),
      "PUT /_archivist/v1/json-states/:object": () => ({ status: 200 }),
      "GET /_archivist/v1/states/:object": ({ params }) => {
        const found = this.all().find(({ object }) => object === params.object);
        return found === undefined ? missing : { status: 200, bytes: found.bytes };
      },
    };
  }

  private list({ query, organizations }: Call): Reply {
    const [organization, name] = [query.get("filter[organization][name]"), query.get("filter[workspace][name]")];
    const workspace = [...this.workspaces.byId.values()].find((one) => one.organization === organization && one.settings.name === name);
    const seen = visible(workspace, organizations);
    return seen === undefined ? missing : page(seen.states.map((version) => this.documentOf(version)), query);
  }

  private create({ params, attributes, organizations, user }: Call): Reply {
    const workspace = visible(this.workspaces.byId.get(params.workspace!), organizations);
    if (workspace === undefined) return missing;
    const { serial, lineage, md5, state, force = false } = attributes as { readonly serial?: number; readonly lineage?: string; readonly md5?: string; readonly state?: string; readonly force?: boolean };
    if (typeof serial !== "number" || md5 === undefined) return { status: 422, errors: ["Serial and md5 are required"] };
    if (workspace.lock?.by.id !== user) return { status: 409, errors: ["The workspace must be locked by the user who creates a state version"] };
    const current = workspace.states[0]?.state;
    if (current !== undefined && !force && lineage !== current.lineage) return { status: 409, errors: [`The state lineage ${lineage} differs from that of the workspace, ${current.lineage}`] };
    if (current !== undefined && !force && serial <= current.serial) return { status: 409, errors: [`The state serial ${serial} is not greater than that of the workspace, ${current.serial}`] };
    const announced: Announced = { id: newId("sv"), workspace, md5, force };
    if (state !== undefined) return this.take(announced, Buffer.from(state, "base64"), 201);
    const object = newId("object");
    this.announced.set(object, announced);
    const attributesOf = { serial, status: "pending", "hosted-state-upload-url": this.addressOf(object), "hosted-json-state-upload-url": `${this.server.url}/_archivist/v1/json-states/${object}` };
    return { status: 201, data: { id: announced.id, type: "state-versions", attributes: attributesOf } };
  }

  private upload({ params, body }: Call): Reply {
    const announced = this.announced.get(params.object!);
    if (announced === undefined) return missing;
    this.announced.delete(params.object!);
    return { status: this.take(announced, body, 200).status };
  }

  private take({ id, workspace, md5 }: Announced, bytes: Buffer, status: number): Reply {
    if (createHash("md5").update(bytes).digest("hex") !== md5) return { status: 422, errors: ["The md5 is not that of the state"] };
    return { status, data: this.documentOf(this.add(workspace, bytes, undefined, id)) };
  }

  private output({ params, organizations }: Call): Reply {
    const versions = this.all().filter(({ organization }) => organizations.includes(organization));
    const found = versions.flatMap((version) => outputsOf(version, true)).find(({ id }) => id === params.output);
    return found === undefined ? missing : { status: 200, data: found };
  }

  private documentOf({ id, state, object, bytes, run }: StateVersion): object {
    const address = this.addressOf(object);
    const attributes = { serial: state.serial, size: bytes.length, status: "finalized", "state-version": 4, "terraform-version": state.terraform_version, "resources-processed": true, "hosted-state-download-url": address, "created-at": "2026-01-01T00:00:00.000Z" };
    return { id, type: "state-versions", attributes, relationships: { run: { data: run === undefined ? null : { id: run, type: "runs" } } }, links: { self: `/api/v2/state-versions/${id}` } };
  }

  private all(): StateVersion[] {
    return [...this.workspaces.byId.values()].flatMap(({ states }) => states);
  }

  private addressOf(object: string): string {
    return `${this.server.url}/_archivist/v1/states/${object}`;
  }
}

/** In a list no sensitive value is shown; Terraform asks for each. */
function outputsOf({ id, state }: StateVersion, revealed: boolean): { readonly id: string; readonly type: string; readonly attributes: object }[] {
  return Object.entries(state.outputs as Readonly<Record<string, { value?: unknown; sensitive?: boolean; type?: unknown }>>).map(([name, { value, sensitive = false, type }]) => ({
    id: `wsout-${id}-${name}`,
    type: "state-version-outputs",
    attributes: { name, sensitive, value: sensitive && !revealed ? null : value, type: outputTypes[typeof value] ?? (Array.isArray(value) ? "array" : "object"), "detailed-type": type },
  }));
}
