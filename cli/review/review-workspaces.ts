import { ProblemsError } from "../../kernel/problem";
import { refuseUnseen } from "../terraform-cloud/organization";
import { refusal } from "../terraform-cloud/refusal";
import type { Resource, TerraformCloud } from "../terraform-cloud/terraform-cloud";

/** https://developer.hashicorp.com/terraform/cloud-docs/api-docs/workspaces (read 2026-11-22) */
export type Workspace = Resource<{
  readonly name: string;
  readonly description: string | null;
  readonly "execution-mode": string;
  readonly "auto-apply": boolean;
  readonly "working-directory": string | null;
  readonly "terraform-version": string;
  readonly "locked-reason"?: string | null;
  readonly "tag-names"?: readonly string[];
}>;

export interface ReviewPlace {
  readonly organization: string;
  /** Name of the project of new workspaces. None: the organization's default. */
  readonly project: string | null;
  readonly environment: string;
  /** The Terraform that plans. None where nothing is to be planned. */
  readonly terraformVersion?: string;
}

/** On every workspace that is made here, and never on another: what does not carry it is never changed, and never deleted. */
export const reviewTag = "eks-platform-review";

export function workspaceName(stack: string): string {
  return `eks-platform-${stack}-review`;
}

/** The workspaces in which an environment is planned for review. Nothing is applied in them. */
export class ReviewWorkspaces {
  constructor(readonly cloud: TerraformCloud, readonly place: ReviewPlace) {}

  /** A workspace, with the settings that a review needs. */
  async ensure(name: string): Promise<Workspace> {
    const found = await this.named(name);
    if (found === undefined) return this.make(name);
    this.refuseOthers(found);
    // Somebody may have given it an agent, which reaches what a hosted worker does not.
    const mode = found.attributes["execution-mode"] === "agent" ? "agent" : "remote";
    const wanted = { ...this.settings, "execution-mode": mode };
    const same = Object.entries(wanted).every(([setting, value]) => (found.attributes[setting as keyof Workspace["attributes"]] ?? "") === value);
    return same ? found : this.change(found, wanted);
  }

  /** All of the environment, by name. */
  async all(): Promise<readonly Workspace[]> {
    await refuseUnseen(this.cloud, this.place.organization);
    const tagged = await this.cloud.list<Workspace["attributes"]>(`organizations/${this.place.organization}/workspaces?search%5Btags%5D=${reviewTag}`);
    return tagged.filter((one) => this.isOurs(one)).sort((one, other) => (one.attributes.name < other.attributes.name ? -1 : 1));
  }

  async read({ attributes: { name } }: Workspace): Promise<Workspace | undefined> {
    return this.named(name);
  }

  /** With its states and runs. One in which something was applied is somebody's, whatever its tag says. */
  async delete(workspace: Workspace): Promise<void> {
    this.refuseOthers(workspace);
    const path = this.pathOf(workspace.attributes.name);
    const runs = await this.cloud.list<{ readonly "plan-only"?: boolean }>(`workspaces/${workspace.id}/runs?filter%5Boperation%5D=plan_and_apply,refresh_only,destroy,empty_apply,save_plan`);
    const applying = runs.filter(({ attributes }) => attributes["plan-only"] !== true).length;
    if (applying > 0) throw new ProblemsError([{ path, expected: "plan-only runs and no others", got: `${applying} that may apply`, why: "a workspace that manages something is not deleted here", rule: "review-workspace" }]);
    const { status, errors } = await this.cloud.request("DELETE", `workspaces/${workspace.id}`);
    if (status !== 204 && status !== 404) throw refusal(path, "the workspace to be deleted", errors || status);
  }

  pathOf(name: string): string {
    return `${this.cloud.host}/${this.place.organization}/${name}`;
  }

  private async named(name: string): Promise<Workspace | undefined> {
    const { status, data, errors } = await this.cloud.request<Workspace["attributes"]>("GET", `organizations/${this.place.organization}/workspaces/${name}`);
    if (status === 404) return undefined;
    if (data === undefined) throw refusal(this.pathOf(name), "a workspace or none", errors || status);
    return data;
  }

  private async make(name: string): Promise<Workspace> {
    const { organization } = this.place;
    const data = {
      type: "workspaces",
      attributes: { name, description: this.description, ...this.settings, "execution-mode": "remote", "queue-all-runs": false, "source-name": "eks-platform" },
      relationships: { tags: { data: [{ type: "tags", attributes: { name: reviewTag } }] }, ...(await this.project()) },
    };
    const answer = await this.cloud.request<Workspace["attributes"]>("POST", `organizations/${organization}/workspaces`, { data, made: () => this.named(name) });
    // To who may not see an organization it is not there.
    if (answer.status === 404) throw refusal(this.cloud.host, "an organization in which the token may make workspaces", organization);
    if (answer.data === undefined) throw refusal(this.pathOf(name), "a workspace to be made", answer.errors || answer.status);
    return answer.data;
  }

  private async change({ id, attributes: { name } }: Workspace, attributes: object): Promise<Workspace> {
    const { status, data, errors } = await this.cloud.request<Workspace["attributes"]>("PATCH", `workspaces/${id}`, { data: { type: "workspaces", attributes } });
    if (data === undefined) throw refusal(this.pathOf(name), "the settings of a review to be taken", errors || status);
    return data;
  }

  private async project(): Promise<object> {
    const { organization, project } = this.place;
    if (project === null) return {};
    const found = (await this.cloud.list<{ readonly name: string }>(`organizations/${organization}/projects?filter%5Bnames%5D=${encodeURIComponent(project)}`)).find(({ attributes }) => attributes.name === project);
    if (found === undefined) throw refusal(`${this.cloud.host}/${organization}`, "a project that the token may see", project);
    return { project: { data: { id: found.id, type: "projects" } } };
  }

  private refuseOthers(workspace: Workspace): void {
    if (this.isOurs(workspace)) return;
    throw new ProblemsError([{ path: this.pathOf(workspace.attributes.name), expected: `a workspace with the tag ${reviewTag} and the description of one of ${this.place.environment}`, got: "one without", why: "it is somebody else's, and a review would put a state into it", rule: "review-workspace" }]);
  }

  private isOurs({ attributes: { description, "tag-names": tags = [] } }: Workspace): boolean {
    return tags.includes(reviewTag) && description === this.description;
  }

  // With a working folder Terraform's own command would upload the whole repository.
  private get settings() {
    const { terraformVersion: version } = this.place;
    return { "auto-apply": false, "working-directory": "", ...(version !== undefined && { "terraform-version": version }) };
  }

  private get description(): string {
    return `Plans of the environment ${this.place.environment} for review. Nothing is applied here; npx platform review-cleanup ${this.place.environment} deletes it.`;
  }
}
