import type { sendUnaryData, ServerUnaryCall, UntypedServiceImplementation } from "@grpc/grpc-js";
import { behaviourOf } from "./behaviour";
import { type Cluster, idOf, Refused } from "./cluster";
import { plannedState, replacing } from "./planned-change";
import { type ProviderName, providerSchema, schemaMessage } from "./schema";
import { type Fields, fromWire, isFields, toWire, type Value } from "./values";

/** An operation that fails. */
export interface Fault {
  /** The cluster's API does not answer. */
  readonly unreachable?: true;
  /** What is refused to be made, changed or deleted: `<type> <id>`, such as `helm_release kube-system/traefik`. */
  readonly refuse?: string;
}

interface Behind {
  readonly cluster: Cluster;
  readonly faults: readonly Fault[];
  readonly onConfigured: (config: Value) => void;
}

type Request = { readonly type_name: string } & Readonly<Record<string, any>>;

/** Terraform's questions to a provider and the answers. */
export function provider(name: ProviderName, { cluster, faults, onConfigured }: Behind): UntypedServiceImplementation {
  const schema = providerSchema(name);
  const message = schemaMessage(schema);
  const blockOf = (type: string) => schema.resource_schemas[type]!.block;
  // The Kubernetes provider is built on the older SDK, whose plans Terraform judges less strictly.
  const legacy_type_system = name === "kubernetes";

  const read = (type: string, state: Fields): Value => {
    if (!faults.some(({ unreachable }) => unreachable)) return cluster.read(type, idOf(type, state));
    // A release that cannot be looked up counts as gone.
    if (type === "helm_release") return null;
    throw new Refused(unreachable);
  };

  const apply = (type: string, prior: Value, planned: Value): Value => {
    const object = (isFields(planned) ? planned : prior) as Fields;
    if (faults.some((fault) => fault.unreachable)) throw new Refused(type === "helm_release" ? `Kubernetes cluster unreachable: ${unreachable}` : unreachable);
    if (faults.some(({ refuse }) => refuse === `${type} ${idOf(type, object)}`)) throw new Refused(`${type} ${idOf(type, object)} was refused`);
    if (!isFields(planned)) cluster.delete(type, object);
    else if (!isFields(prior)) return cluster.create(type, blockOf(type), planned);
    else return cluster.update(type, blockOf(type), planned, prior);
    return null;
  };

  return answering({
    GetProviderSchema: () => message,
    ValidateProviderConfig: () => ({}),
    ValidateResourceConfig: () => ({}),
    StopProvider: () => ({}),
    ConfigureProvider: ({ config }) => {
      onConfigured(fromWire(config));
      return {};
    },
    // The state is as the schema says: it was written by the same one.
    UpgradeResourceState: ({ raw_state }) => ({ upgraded_state: { json: raw_state.json } }),
    ReadResource: ({ type_name, current_state }) => ({ new_state: toWire(read(type_name, fromWire(current_state) as Fields)) }),
    PlanResourceChange: ({ type_name, prior_state, proposed_new_state, config }) => {
      const behaviour = behaviourOf(type_name);
      const prior = fromWire(prior_state);
      const planned = plannedState(blockOf(type_name), { prior, proposed: fromWire(proposed_new_state), config: fromWire(config) }, behaviour);
      return { planned_state: toWire(planned), requires_replace: replacing(prior, planned, behaviour).map(attributePath), legacy_type_system };
    },
    ApplyResourceChange: ({ type_name, prior_state, planned_state }) => {
      try {
        return { new_state: toWire(apply(type_name, fromWire(prior_state), fromWire(planned_state))), legacy_type_system };
      } catch (error) {
        return { new_state: prior_state, legacy_type_system, ...refusal(error) };
      }
    },
    ImportResourceState: ({ type_name, id }) => {
      const found = cluster.read(type_name, id);
      if (found === null) throw new Refused(`${type_name} "${id}" not found`);
      return { imported_resources: [{ type_name, state: toWire(found) }] };
    },
  });
}

const unreachable = "dial tcp 10.10.0.1:443: i/o timeout";

function answering(answers: Readonly<Record<string, (request: Request) => object>>): UntypedServiceImplementation {
  const respond = (answer: (request: Request) => object) => (call: ServerUnaryCall<Request, object>, done: sendUnaryData<object>) => {
    try {
      done(null, answer(call.request));
    } catch (error) {
      done(null, refusal(error));
    }
  };
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, respond(answer)]));
}

function refusal(error: unknown): { diagnostics: readonly object[] } {
  const detail = error instanceof Refused ? "" : `bug: ${(error as Error).stack}`;
  return { diagnostics: [{ severity: "ERROR", summary: (error as Error).message, detail }] };
}

/** Blocks that are there once are lists of one. */
function attributePath(path: string): object {
  const names = path.split(".");
  return { steps: names.flatMap((attribute_name, index) => [{ attribute_name }, ...(index < names.length - 1 ? [{ element_key_int: 0 }] : [])]) };
}
