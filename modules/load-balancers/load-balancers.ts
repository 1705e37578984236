import { bind, Construct, type Expr, type GivenInputs, local, outputs, project, tf } from "../../kernel";
import { ofIngress, ofService } from "./annotations";
import { ingresses } from "./ingresses";
import { loadBalancersInputs } from "./inputs";
import { services } from "./services";

type ByName = Expr<Readonly<Record<string, unknown>>>;

/** Ingresses and services with load balancers. */
export class LoadBalancers extends Construct {
  /** Host names that AWS gives, by the ingress's name. */
  readonly ingressHostnames: ByName;
  /** The same of services. */
  readonly serviceHostnames: ByName;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof loadBalancersInputs>) {
    super(scope, id);
    const inputs = bind(this, loadBalancersInputs, given);
    const ingressAnnotations = local(this, "ingress_annotations", project(inputs.ingresses, (_, ingress) => ofIngress(ingress), ["name", "ingress"]));
    const serviceAnnotations = local(this, "service_annotations", project(inputs.services, (_, service) => ofService(service), ["name", "service"]));
    const ingress = ingresses(this, inputs, ingressAnnotations);
    const service = services(this, inputs, serviceAnnotations);

    const hostname = (made: Expr<unknown>) => tf<string>`try(${made}.status[0].load_balancer[0].ingress[0].hostname, null)`;
    this.ingressHostnames = project(ingress, (_, made) => hostname(made), ["name", "ingress"]);
    this.serviceHostnames = project(service, (_, made) => hostname(made), ["name", "service"]);
    outputs(this, {
      ingressHostnames: { value: this.ingressHostnames, doc: "Host names that AWS gives to the load balancers of ingresses, by name. For records of your own names." },
      serviceHostnames: { value: this.serviceHostnames, doc: "Host names that AWS gives to the load balancers of services, by name." },
      ingressAnnotations: { value: ingressAnnotations, doc: "Annotations by the ingress's name, for manifests of your own." },
      serviceAnnotations: { value: serviceAnnotations, doc: "Annotations by the service's name, for manifests and charts of your own." },
    });
  }
}
