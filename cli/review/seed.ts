import { createHash } from "node:crypto";
import { hostname, userInfo } from "node:os";
import { ProblemsError } from "../../kernel/problem";
import { sameContent, type StateFile } from "../state/state-file";
import { currentState } from "../terraform-cloud/current-state";
import { refusal } from "../terraform-cloud/refusal";
import type { Workspace, ReviewWorkspaces } from "./review-workspaces";

const reason = "eks-platform review: a state is written";

/**
 * Gives a review workspace the real state, where it has another, and gives back the workspace, which may be a new one: a
 * state of another lineage, or one that went back, is not taken over an older one. `state` is as it was written; nothing
 * where none was.
 */
export async function seeded(workspaces: ReviewWorkspaces, workspace: Workspace, state: string | undefined): Promise<Workspace> {
  const current = await stateOf(workspaces, workspace);
  const wanted = state === undefined ? undefined : (JSON.parse(state) as StateFile);
  if (isSame(current, wanted)) return workspace;
  const goesOn = current === undefined || (wanted?.lineage === current.lineage && wanted.serial > current.serial);
  if (!goesOn) await workspaces.delete(workspace);
  const taking = goesOn ? workspace : await workspaces.ensure(workspace.attributes.name);
  if (state !== undefined) await write(workspaces, taking, state);
  return taking;
}

async function stateOf(workspaces: ReviewWorkspaces, { id, attributes: { name } }: Workspace): Promise<StateFile | undefined> {
  const bytes = await currentState(workspaces.cloud, id, workspaces.pathOf(name));
  return bytes === undefined ? undefined : (JSON.parse(bytes.toString()) as StateFile);
}

function isSame(one: StateFile | undefined, other: StateFile | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.lineage === other.lineage && one.serial === other.serial && sameContent(one, other);
}

async function write(workspaces: ReviewWorkspaces, workspace: Workspace, text: string): Promise<void> {
  const { cloud } = workspaces;
  const state = JSON.parse(text) as StateFile;
  const path = workspaces.pathOf(workspace.attributes.name);
  await lock(workspaces, workspace);
  try {
    const attributes = { serial: state.serial, lineage: state.lineage, md5: createHash("md5").update(text).digest("hex"), state: Buffer.from(text).toString("base64") };
    const { status, errors } = await cloud.request("POST", `workspaces/${workspace.id}/state-versions`, { data: { type: "state-versions", attributes } });
    // The answer to one that was taken may have got lost, and the second is then refused.
    const taken = status < 300 || isSame(await stateOf(workspaces, workspace), state);
    if (!taken) throw refusal(path, "the state to be taken", errors || status);
  } finally {
    await cloud.unending().request("POST", `workspaces/${workspace.id}/actions/unlock`);
  }
}

/** A state is written in seconds: a lock of ours that stays is of a command that was killed, and is given back. */
async function lock(workspaces: ReviewWorkspaces, workspace: Workspace): Promise<void> {
  const { cloud } = workspaces;
  const path = workspaces.pathOf(workspace.attributes.name);
  const said = `${reason} by ${userInfo().username}@${hostname()}, process ${process.pid}`;
  const take = async () => {
    const { status, errors } = await cloud.request("POST", `workspaces/${workspace.id}/actions/lock`, { body: { reason: said } });
    if (status !== 200 && status !== 409) throw refusal(path, "a lock", errors || status);
    return status === 200 || (await reasonNow()) === said ? true : undefined;
  };
  const reasonNow = async () => (await workspaces.read(workspace))?.attributes["locked-reason"] ?? "";
  if (await cloud.until(take, cloud.patience.pendingMs)) return;
  const other = await reasonNow();
  if (other.startsWith(reason)) {
    // The first is for the token that has locked it; the second needs more rights.
    const { status } = await cloud.request("POST", `workspaces/${workspace.id}/actions/unlock`);
    if (status !== 200) await cloud.request("POST", `workspaces/${workspace.id}/actions/force-unlock`);
    if (await take()) return;
  }
  throw new ProblemsError([{ path, expected: "a workspace that nobody has locked", got: other || "one locked without a reason", why: "a review writes the real state into it; unlock it there, or wait", rule: "review-workspace" }]);
}
