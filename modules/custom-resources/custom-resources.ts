import { Release } from "@cdktf/provider-helm/lib/release";
import { bind, Construct, type Expr, type GivenInputs, listOf, mapList, outputs, project, resource, tf } from "../../kernel";
import { customResources } from "../custom-resource-chart";
import { releaseArguments } from "../helm-release";
import { customResourcesInputs } from "./inputs";

/** Objects of kinds that Kubernetes itself does not have, in a Helm release each. */
export class CustomResources extends Construct {
  /** Ids that are known when the objects are there. */
  readonly ready: Expr<readonly string[]>;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof customResourcesInputs>) {
    super(scope, id);
    const { releases, ready } = bind(this, customResourcesInputs, given);
    const { key, value } = releases.each;
    const { namespace, timeoutMinutes, manifests } = value;
    const made = resource(Release, this, "this", {
      forEach: releases,
      ...releaseArguments({ name: key, namespace, timeoutMinutes, ...customResources(this, mapList(manifests, (text) => tf`yamldecode(${text})`, "manifest")) }),
      dependsOn: [ready],
    });

    this.ready = listOf(made, (_, release) => release.id, ["name", "release"]);
    outputs(this, {
      namespaces: { value: project(made, (_, release) => release.namespace, ["name", "release"]), doc: "Namespaces of the releases, by name. Objects stand there that name none and are not cluster-wide." },
      ready: { value: this.ready, doc: "Ids that are known when the objects are there, for what must come after them." },
    });
  }
}
