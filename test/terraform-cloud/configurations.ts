import { gunzipSync } from "node:zlib";
import { visible } from "./documents";
import { type Call, missing, newId, type Reply, type Routes, type TerraformCloudServer } from "./server";
import type { Workspace, Workspaces } from "./workspaces";

export interface Configuration {
  readonly id: string;
  readonly organization: string;
  readonly workspace: Workspace;
  readonly speculative: boolean;
  readonly provisional: boolean;
  readonly autoQueueRuns: boolean;
  readonly object: string;
  status: "pending" | "uploaded" | "errored";
  error?: string;
  archive?: Buffer;
}

// It is looked at after the answer: who does not ask again never sees that it was taken.
const lookMs = 20;

/** Configurations that are uploaded for runs. https://developer.hashicorp.com/terraform/cloud-docs/api-docs/configuration-versions (read 2026-11-22) */
export class Configurations {
  readonly byId = new Map<string, Configuration>();
  /** Told of each that was taken. */
  onUpload: (configuration: Configuration) => void = () => {};

  constructor(private readonly server: TerraformCloudServer, private readonly workspaces: Workspaces) {
    server.add(this.routes());
  }

  private routes(): Routes {
    return {
      "POST /api/v2/workspaces/:workspace/configuration-versions": (call) => this.create(call),
      "GET /api/v2/configuration-versions/:configuration": ({ params, organizations }) => {
        const found = visible(this.byId.get(params.configuration!), organizations);
        return found === undefined ? missing : { status: 200, data: this.documentOf(found) };
      },
      "PUT /_archivist/v1/configurations/:object": (call) => this.upload(call),
    };
  }

  private create({ params, attributes, organizations }: Call): Reply {
    const workspace = visible(this.workspaces.byId.get(params.workspace!), organizations);
    if (workspace === undefined) return missing;
    const configuration: Configuration = {
      id: newId("cv"),
      organization: workspace.organization,
      workspace,
      speculative: attributes.speculative === true,
      provisional: attributes.provisional === true,
      autoQueueRuns: attributes["auto-queue-runs"] !== false,
      object: newId("object"),
      status: "pending",
    };
    this.byId.set(configuration.id, configuration);
    return { status: 201, data: this.documentOf(configuration) };
  }

  private upload({ params, body }: Call): Reply {
    const configuration = [...this.byId.values()].find(({ object }) => object === params.object);
    if (configuration === undefined || configuration.archive !== undefined) return missing;
    configuration.archive = body;
    setTimeout(() => {
      const error = archiveError(body);
      Object.assign(configuration, error === undefined ? { status: "uploaded" } : { status: "errored", error });
      if (error === undefined && configuration.autoQueueRuns) this.onUpload(configuration);
    }, lookMs).unref();
    return { status: 200 };
  }

  private documentOf({ id, status, speculative, provisional, autoQueueRuns, error, object }: Configuration): object {
    const attributes = { status, speculative, provisional, "auto-queue-runs": autoQueueRuns, source: "tfe-api", error: error === undefined ? null : "unpack_failed", "error-message": error ?? null };
    // The address is told until there is something at it.
    const upload = status === "pending" ? { "upload-url": `${this.server.url}/_archivist/v1/configurations/${object}` } : {};
    return { id, type: "configuration-versions", attributes: { ...attributes, ...upload }, links: { self: `/api/v2/configuration-versions/${id}` } };
  }
}

function archiveError(content: Buffer): string | undefined {
  try {
    // A tar ends with two empty blocks.
    const tar = gunzipSync(content);
    return tar.length >= 1024 && tar.subarray(-1024).every((byte) => byte === 0) ? undefined : "the archive is no tar, or is cut off";
  } catch (error) {
    return (error as Error).message;
  }
}
