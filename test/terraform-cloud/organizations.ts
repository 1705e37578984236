import { page } from "./documents";
import { type Call, missing, type Reply, type TerraformCloudServer } from "./server";

const entitled = ["agents", "cost-estimation", "operations", "policy-enforcement", "private-module-registry", "run-tasks", "sentinel", "state-storage", "teams", "vcs-integrations"];

/** What is asked of the service and of an organization, before anything is done. */
export function organizations(server: TerraformCloudServer): void {
  const seen = (handle: (call: Call) => Reply) => (call: Call) => (call.organizations.includes(call.params.org!) ? handle(call) : missing);
  const of = "/api/v2/organizations/:org";
  server.add({
    "GET /api/v2/ping": () => ({ status: 204 }),
    "GET /api/v2/account/details": ({ user }) => ({ status: 200, data: { id: user, type: "users", attributes: { username: user, email: `${user}@example.com` } } }),
    "GET /api/v2/users/:user": ({ params }) => ({ status: 200, data: { id: params.user, type: "users", attributes: { username: params.user } } }),
    "GET /api/v2/organizations": (call) => page(call.organizations.map((name) => ({ id: name, type: "organizations", attributes: { name } })), call.query),
    [`GET ${of}/entitlement-set`]: seen(({ params }) => ({ status: 200, data: { id: params.org, type: "entitlement-sets", attributes: Object.fromEntries(entitled.map((what) => [what, true])) } })),
    [`GET ${of}/projects`]: seen(({ params, query }) => page(projects(params.org!).filter(({ attributes: { name } }) => (query.get("filter[names]") ?? name) === name), query)),
    [`GET ${of}/capacity`]: seen(({ params }) => ({ status: 200, data: { id: params.org, type: "organization-capacity", attributes: { pending: 0, running: 0 } } })),
  });
}

function projects(organization: string) {
  const project = (id: string, name: string) => ({ id, type: "projects", attributes: { name } });
  return [project(`prj-${organization}`, "Default Project"), project(`prj-${organization}-2`, "platform & reviews")];
}
