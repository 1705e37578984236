import { fromVariables, type ModuleDefinition } from "../../kernel";
import { rbacAbout } from "./about";
import { rbacInputs } from "./inputs";
import { Rbac } from "./rbac";

export const rbacModule: ModuleDefinition = {
  name: "rbac",
  doc: "Roles inside an Amazon EKS cluster, and who has them: the groups and users of access entries, and service accounts.",
  about: rbacAbout,
  inputs: rbacInputs,
  build: (scope) => void new Rbac(scope, "rbac", fromVariables),
  example: `bindings = {
  readers = {
    cluster_role = "view"
    to           = [{ group = "readers" }]
    namespaces   = ["shop"]
  }
}`,
  complete: `cluster_roles = {
  # What somebody on call may do beside reading.
  on-call = {
    rules = [
      { resources = ["pods"], verbs = ["delete"] },
      { resources = ["pods/log", "pods/portforward"], verbs = ["get", "create"] },
      { api_groups = ["apps"], resources = ["deployments/scale"], verbs = ["get", "update", "patch"] },
    ]
  }

  # Whoever may read, may read these too.
  read-node-pools = {
    aggregated_to = ["view"]
    rules         = [{ api_groups = ["karpenter.sh"], resources = ["nodepools", "nodeclaims"], verbs = ["get", "list", "watch"] }]
  }

  scrape = {
    rules = [{ urls = ["/metrics"], verbs = ["get"] }]
  }

  backup = {
    rules = [{
      any_api_group = { because = "a backup holds whatever there is" }
      any_resource  = { because = "a backup holds whatever there is" }
      verbs         = ["get", "list"]
    }]
  }
}

bindings = {
  readers = {
    cluster_role = "view"
    to           = [{ group = "readers" }, { user = "auditor" }]
    cluster_wide = {}
  }
  on-call = {
    cluster_role = "on-call"
    to           = [{ group = "on-call" }]
    namespaces   = ["frontend", "backend"]
  }
  scrape = {
    cluster_role = "scrape"
    to           = [{ service_account = { namespace = "monitoring", name = "prometheus" } }]
    cluster_wide = {}
  }
  jobs = {
    cluster_role = "edit"
    to           = [{ service_accounts_of = "ci" }]
    namespaces   = ["jobs"]
  }
}`,
  tests: {
    mocks: {},
    smallest: {
      "a binding for each namespace": 'keys(kubernetes_role_binding_v1.this) == ["readers/shop"]',
      "to a role of Kubernetes": 'kubernetes_role_binding_v1.this["readers/shop"].role_ref[0].name == "view"',
      "of a group": 'kubernetes_role_binding_v1.this["readers/shop"].subject[0].kind == "Group"',
    },
    complete: { "each role has a name": 'keys(module.rbac.cluster_role_names) == ["backup", "on-call", "read-node-pools", "scrape"]' },
    plans: {
      "everything without a reason is refused": { given: 'cluster_roles = { all = { rules = [{ resources = ["*"], verbs = ["get"] }] } }', refusedBy: "var.cluster_roles" },
      "the role that may do everything is refused": { given: 'bindings = { all = { cluster_role = "cluster-admin", to = [{ group = "a" }], cluster_wide = {} } }', refusedBy: "var.bindings" },
      "groups of Kubernetes are refused": { given: 'bindings = { all = { cluster_role = "view", to = [{ group = "system:masters" }], cluster_wide = {} } }', refusedBy: "var.bindings" },
    },
  },
};
