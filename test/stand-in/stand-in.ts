import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPackageDefinition, Server, ServerCredentials, type ServiceDefinition } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { Cluster } from "./cluster";
import { type Fault, provider } from "./provider";
import { type ProviderName, schemaFiles } from "./schema";
import type { Value } from "./values";

/** The Helm and Kubernetes providers of this process, with one cluster behind them. */
export interface StandIn {
  /** By provider, what `TF_REATTACH_PROVIDERS` says of it. */
  readonly attachments: Readonly<Record<string, object>>;
  /** What a Terraform process needs, so that it asks this process instead of installing the providers. */
  readonly environment: Readonly<Record<string, string>>;
  readonly cluster: Cluster;
  /** The last configuration that each provider was given. */
  readonly configured: Map<ProviderName, Value>;
  /** Faults of every operation from now on. */
  readonly faults: Fault[];
  stop(): void;
}

/** Serves the providers on sockets of this machine. */
export async function startStandIn(): Promise<StandIn> {
  const folder = mkdtempSync(join(tmpdir(), "stand-in-"));
  const cluster = new Cluster();
  const configured: StandIn["configured"] = new Map();
  const faults: Fault[] = [];
  const names = Object.keys(schemaFiles) as ProviderName[];
  const serve = async (name: ProviderName) => {
    const server = new Server();
    server.addService(service(), provider(name, { cluster, faults, onConfigured: (config) => configured.set(name, config) }));
    const socket = join(folder, name);
    await new Promise<void>((resolve, reject) => server.bindAsync(`unix:${socket}`, ServerCredentials.createInsecure(), (error) => (error ? reject(error) : resolve())));
    return { name, socket, server };
  };
  const served = await Promise.all(names.map(serve));
  const attachments = Object.fromEntries(served.map(({ name, socket }) => [`registry.terraform.io/hashicorp/${name}`, reattachment(socket)]));
  return {
    attachments,
    environment: { TF_REATTACH_PROVIDERS: JSON.stringify(attachments) },
    cluster,
    configured,
    faults,
    stop: () => {
      for (const { server } of served) server.forceShutdown();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// https://developer.hashicorp.com/terraform/plugin/debugging#running-terraform-with-a-provider-in-debug-mode (read 2026-11-21)
function reattachment(socket: string): object {
  return { Protocol: "grpc", ProtocolVersion: 6, Pid: process.pid, Test: true, Addr: { Network: "unix", String: socket } };
}

function service(): ServiceDefinition {
  const definition = loadPackageDefinition(loadSync(join(__dirname, "provider.proto"), { keepCase: true, longs: Number, enums: String }));
  return (definition as unknown as { tfplugin6: { Provider: { service: ServiceDefinition } } }).tfplugin6.Provider.service;
}
