import { fromVariables, type ModuleDefinition } from "../../kernel";
import { Addons } from "./addons";
import { addonsInputs } from "./inputs";

export const addonsModule: ModuleDefinition = {
  name: "addons",
  doc: "Add-ons of an Amazon EKS cluster in the order that works, each with a role of its own and the policies that AWS recommends, by Pod Identity or IRSA.",
  inputs: addonsInputs,
  build: (scope) => void new Addons(scope, "addons", fromVariables),
  example: `cluster_name = "eks-example"
region       = "us-east-1"
account      = "111122223333"

addons = {
  eks-pod-identity-agent = {}
  vpc-cni                = {}
  kube-proxy             = {}
  coredns                = {}
}`,
};
