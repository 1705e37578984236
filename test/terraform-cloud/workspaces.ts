import { visible, page } from "./documents";
import { type Call, missing, newId, type Reply, type Routes, type TerraformCloudServer } from "./server";
import type { StateVersion } from "./states";

export interface Workspace {
  readonly id: string;
  readonly organization: string;
  /** Settings as the API names them. */
  readonly settings: Record<string, unknown>;
  tags: { readonly key: string; readonly value: string | null }[];
  lock?: Lock;
  /** The newest first. */
  readonly states: StateVersion[];
  currentRun?: string;
  /** Absent: the organization's default. */
  project?: string;
}

export interface Lock {
  readonly by: { readonly type: "users" | "runs"; readonly id: string };
  readonly reason: string;
}

/** As new ones are. https://developer.hashicorp.com/terraform/cloud-docs/api-docs/workspaces (read 2026-11-22) */
const defaults = {
  "allow-destroy-plan": true,
  "auto-apply": false,
  description: null,
  "execution-mode": "remote",
  "global-remote-state": false,
  operations: true,
  "queue-all-runs": false,
  "speculative-enabled": true,
  "structured-run-output-enabled": false,
  "terraform-version": "latest",
  "vcs-repo": null,
  "working-directory": null,
};

const can = ["update", "destroy", "queue-run", "queue-apply", "queue-destroy", "lock", "unlock", "force-unlock", "read-settings", "update-variable", "read-state-versions", "create-state-versions"];

/** Workspaces of organizations: made, found, changed, locked and deleted. */
export class Workspaces {
  readonly byId = new Map<string, Workspace>();
  /** Told of each that becomes free. */
  onUnlock: (workspace: Workspace) => void = () => {};

  constructor(server: TerraformCloudServer) {
    server.add(this.routes());
  }

  named(name: string): Workspace {
    const found = [...this.byId.values()].find(({ settings }) => settings.name === name);
    if (found === undefined) throw new Error(`no workspace ${name}: there are ${[...this.byId.values()].map(({ settings }) => String(settings.name)).join(", ")}`);
    return found;
  }

  /** What a test says, or who administers the workspaces. */
  make(organization: string, settings: Readonly<Record<string, unknown>>, tags: Workspace["tags"] = []): Workspace {
    const workspace: Workspace = { id: newId("ws"), organization, settings: { ...defaults, ...settings }, tags, states: [] };
    this.byId.set(workspace.id, workspace);
    return workspace;
  }

  private routes(): Routes {
    const of = "/api/v2/organizations/:org/workspaces";
    const one = "/api/v2/workspaces/:workspace";
    const found = (handle: (workspace: Workspace, call: Call) => Reply) => (call: Call) => {
      const workspace = this.find(call);
      return workspace === undefined ? missing : handle(workspace, call);
    };
    const update = found((workspace, call) => this.update(workspace, call));
    const remove = found((workspace) => (this.byId.delete(workspace.id), { status: 204 }));
    const show = found((workspace, { query }) => ({ status: 200, data: documentOf(workspace), ...(query.get("include") === "locked_by" && { included: ownerOf(workspace) }) }));
    const tags = found(({ tags: bindings }) => ({ status: 200, data: bindings.map(({ key, value }) => ({ id: newId("tb"), type: "tag-bindings", attributes: { key, value } })) }));
    return {
      [`GET ${of}`]: (call) => this.list(call),
      [`POST ${of}`]: (call) => this.create(call),
      [`GET ${of}/:name`]: show,
      [`PATCH ${of}/:name`]: update,
      [`DELETE ${of}/:name`]: remove,
      [`POST ${of}/:name/actions/safe-delete`]: found((workspace) => this.safeDelete(workspace)),
      [`GET ${one}`]: show,
      [`PATCH ${one}`]: update,
      [`DELETE ${one}`]: remove,
      [`POST ${one}/actions/safe-delete`]: found((workspace) => this.safeDelete(workspace)),
      [`GET ${one}/tag-bindings`]: tags,
      [`GET ${one}/effective-tag-bindings`]: tags,
      [`PATCH ${one}/tag-bindings`]: found((workspace, call) => this.bind(workspace, call)),
      [`POST ${one}/actions/lock`]: found((workspace, call) => this.lock(workspace, call)),
      [`POST ${one}/actions/unlock`]: found((workspace, call) => this.unlock(workspace, call)),
      [`POST ${one}/actions/force-unlock`]: found((workspace) => this.unlocked(workspace)),
    };
  }

  private find({ params, organizations }: Call): Workspace | undefined {
    if (params.workspace !== undefined) return visible(this.byId.get(params.workspace), organizations);
    return [...this.byId.values()].find(({ organization, settings }) => organization === params.org && settings.name === params.name && organizations.includes(organization));
  }

  private list({ params, query, organizations }: Call): Reply {
    if (!organizations.includes(params.org!)) return missing;
    const names = (parameter: string) => (query.get(parameter) ?? "").split(",").filter(Boolean);
    const [wanted, unwanted, part] = [names("search[tags]"), names("search[exclude-tags]"), query.get("search[name]") ?? ""];
    const found = [...this.byId.values()].filter(({ organization, tags, settings }) => {
      const keys = tags.map(({ key }) => key);
      return organization === params.org && String(settings.name).includes(part) && wanted.every((tag) => keys.includes(tag)) && !unwanted.some((tag) => keys.includes(tag));
    });
    return page(found.sort((one, other) => (String(one.settings.name) < String(other.settings.name) ? -1 : 1)).map(documentOf), query);
  }

  private create({ params, attributes, relationships, organizations }: Call): Reply {
    if (!organizations.includes(params.org!)) return missing;
    const problem = this.nameProblem(params.org!, attributes.name);
    if (problem !== undefined) return { status: 422, errors: [problem] };
    const workspace = this.make(params.org!, attributes, bindingsIn(relationships));
    const project = relationships["project"]?.data as { readonly id: string } | undefined;
    if (project !== undefined) workspace.project = project.id;
    return { status: 201, data: documentOf(workspace) };
  }

  private update(workspace: Workspace, { attributes, relationships }: Call): Reply {
    const problem = attributes.name === undefined || attributes.name === workspace.settings.name ? undefined : this.nameProblem(workspace.organization, attributes.name);
    if (problem !== undefined) return { status: 422, errors: [problem] };
    Object.assign(workspace.settings, attributes);
    if (relationships["tag-bindings"] !== undefined) workspace.tags = bindingsIn(relationships);
    return { status: 200, data: documentOf(workspace) };
  }

  private nameProblem(organization: string, name: unknown): string | undefined {
    if (typeof name !== "string" || !/^[\w-]{1,90}$/.test(name)) return "Name can only include letters, numbers, -, and _";
    return [...this.byId.values()].some((one) => one.organization === organization && one.settings.name === name) ? "Name has already been taken" : undefined;
  }

  private bind(workspace: Workspace, { body }: Call): Reply {
    const { data } = JSON.parse(body.toString()) as { data: { attributes: Workspace["tags"][number] }[] };
    const added = data.map(({ attributes }) => attributes);
    workspace.tags = [...workspace.tags.filter(({ key }) => !added.some((one) => one.key === key)), ...added];
    return { status: 200, data };
  }

  private safeDelete(workspace: Workspace): Reply {
    if (workspace.lock !== undefined || resourceCount(workspace) > 0) return { status: 409, errors: ["Workspace cannot be safely deleted: it is locked, or it manages resources"] };
    this.byId.delete(workspace.id);
    return { status: 204 };
  }

  private lock(workspace: Workspace, { body, user }: Call): Reply {
    if (workspace.lock !== undefined) return { status: 409, errors: ["Unable to lock workspace. The workspace is already locked."] };
    const { reason = "" } = (body.length > 0 ? JSON.parse(body.toString()) : {}) as { reason?: string };
    workspace.lock = { by: { type: "users", id: user }, reason };
    return { status: 200, data: documentOf(workspace) };
  }

  private unlock(workspace: Workspace, { user }: Call): Reply {
    if (workspace.lock === undefined) return { status: 409, errors: ["Unable to unlock workspace. The workspace is not locked."] };
    if (workspace.lock.by.type === "runs") return { status: 409, errors: ["Unable to unlock workspace. The workspace is locked by a run."] };
    if (workspace.lock.by.id !== user) return { status: 409, errors: ["Unable to unlock workspace. The workspace is locked by another user, and can only be force-unlocked."] };
    return this.unlocked(workspace);
  }

  private unlocked(workspace: Workspace): Reply {
    if (workspace.lock === undefined) return { status: 409, errors: ["Unable to unlock workspace. The workspace is not locked."] };
    delete workspace.lock;
    this.onUnlock(workspace);
    return { status: 200, data: documentOf(workspace) };
  }
}

export function documentOf(workspace: Workspace): object {
  const { id, organization, settings, tags, lock, states, currentRun, project = `prj-${organization}` } = workspace;
  const resource = (type: string, of: string | undefined) => ({ data: of === undefined ? null : { id: of, type } });
  return {
    id,
    type: "workspaces",
    attributes: {
      ...settings,
      locked: lock !== undefined,
      "locked-reason": lock?.reason ?? null,
      "tag-names": tags.map(({ key }) => key),
      "resource-count": resourceCount(workspace),
      permissions: Object.fromEntries(can.map((what) => [`can-${what}`, true])),
      actions: { "is-destroyable": true },
    },
    relationships: {
      organization: resource("organizations", organization),
      project: resource("projects", project),
      "current-run": resource("runs", currentRun),
      "current-state-version": resource("state-versions", states[0]?.id),
      ...(lock && { "locked-by": resource(lock.by.type, lock.by.id) }),
    },
    links: { self: `/api/v2/organizations/${organization}/workspaces/${String(settings.name)}`, "self-html": `/app/${organization}/workspaces/${String(settings.name)}` },
  };
}

function ownerOf({ lock }: Workspace): object[] {
  return lock === undefined ? [] : [{ ...lock.by, attributes: lock.by.type === "users" ? { username: lock.by.id } : {} }];
}

function resourceCount({ states: [current] }: Workspace): number {
  return current === undefined ? 0 : current.state.resources.filter(({ mode }) => mode === "managed").length;
}

function bindingsIn(relationships: Call["relationships"]): Workspace["tags"] {
  const list = (name: string) => (relationships[name]?.data ?? []) as { readonly attributes: { readonly key?: string; readonly value?: string; readonly name?: string } }[];
  return [...list("tag-bindings").map(({ attributes: { key, value } }) => ({ key: key!, value: value ?? null })), ...list("tags").map(({ attributes }) => ({ key: attributes.name!, value: null }))];
}
