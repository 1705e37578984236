import { fromVariables, type ModuleDefinition } from "../../kernel";
import { namespacesAbout } from "./about";
import { completeExample } from "./complete";
import { namespacesInputs } from "./inputs";
import { Namespaces } from "./namespaces";

export const namespacesModule: ModuleDefinition = {
  name: "namespaces",
  doc: "Namespaces of an Amazon EKS cluster with Pod Security levels, network policies that refuse what is not said, quotas and limits.",
  about: namespacesAbout,
  inputs: namespacesInputs,
  build: (scope) => void new Namespaces(scope, "namespaces", fromVariables),
  example: `namespaces = {
  shop = {
    network = { dns = {}, same_namespace = {} }
  }
}`,
  complete: completeExample,
  tests: {
    mocks: {},
    smallest: {
      "pods are held to the strictest level": 'kubernetes_namespace_v1.this["shop"].metadata[0].labels["pod-security.kubernetes.io/enforce"] == "restricted"',
      "nothing is allowed that is not said": 'kubernetes_network_policy_v1.default_deny["shop"].spec[0].policy_types == tolist(["Ingress", "Egress"])',
      "names are found": 'kubernetes_network_policy_v1.dns["shop"].metadata[0].namespace == "shop"',
      "pods get no token that they do not ask for": 'kubernetes_default_service_account_v1.this["shop"].automount_service_account_token == false',
    },
    complete: {
      "each namespace has a name": 'keys(module.namespaces.namespace_names) == ["backend", "frontend", "kube-system", "logging"]',
    },
    plans: {
      "refusing without DNS needs a reason": { given: "namespaces = { shop = { network = {} } }", refusedBy: "var.namespaces" },
      "a peer in a namespace that is not declared is refused": {
        given: 'namespaces = { shop = { network = { dns = {}, egress = { a = { to = [{ pods = { namespace = "elsewhere" } }] } } } } }',
        refusedBy: "kubernetes_network_policy_v1.egress",
      },
      "kube-system cannot be made": { given: "namespaces = { kube-system = {} }", refusedBy: "kubernetes_namespace_v1.this" },
      "labels of an existing namespace are refused": { given: 'namespaces = { a = { origin = "existing", labels = { a = "b" } } }', refusedBy: "var.namespaces" },
      "load balancers without their blocks are refused": { given: "namespaces = { shop = { network = { dns = {}, load_balancers = {} } } }", refusedBy: "kubernetes_network_policy_v1.load_balancers" },
    },
  },
};
