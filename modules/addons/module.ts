import { fromVariables, type ModuleDefinition } from "../../kernel";
import { Addons } from "./addons";
import { addonsInputs } from "./inputs";

export const addonsModule: ModuleDefinition = {
  name: "addons",
  doc: "Add-ons of an Amazon EKS cluster in the order that works: what nodes need before nodes, the others after.",
  inputs: addonsInputs,
  build: (scope) => void new Addons(scope, "addons", fromVariables),
  example: `cluster_name = "eks-example"

addons = {
  vpc-cni    = {}
  kube-proxy = {}
  coredns    = {}
}`,
};
