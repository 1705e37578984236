module "rbac" {
  source = "../.."

  cluster_roles = {
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
  }
}
