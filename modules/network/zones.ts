import { commented, type Expr, type Handle, type Handles, local, present, tf, where } from "../../kernel";
import type { Construct } from "../../kernel";
import type { networkInputs } from "./inputs";

export type NetworkHandles = Handles<typeof networkInputs>;
/** Zones of a tier by name, each with the number of its place in the layout. */
export type ZoneNumbers = Handle<Readonly<Record<string, number>>>;

/** What a zone's name says, and the zones of each tier: all, or none where the tier is off. */
export interface Zones {
  /** A zone's name without its letter. */
  readonly region: Handle<string>;
  readonly numbers: ZoneNumbers;
  readonly public: ZoneNumbers;
  readonly private: ZoneNumbers;
  readonly intra: ZoneNumbers;
  readonly pod: ZoneNumbers;
  readonly database: ZoneNumbers;
}

export function zonesOf(scope: Construct, inputs: NetworkHandles): Zones {
  const numbers: ZoneNumbers = local(
    scope,
    "zones",
    commented(
      tf`{ for zone in ${inputs.zones} : zone => parseint(substr(zone, -1, 1), 36) - 10 }`,
      "A zone's number is that of its letter, whatever other zones there are: base 36 counts on after 9 with a.",
    ),
  );
  const tier = (name: string, subnets: Expr<unknown>): ZoneNumbers =>
    local(scope, `${name}_zones`, where(numbers, () => present(subnets), ["zone", "number"]));
  return {
    region: local(scope, "region", tf`replace(${inputs.zones}[0], "/[a-z]$/", "")`),
    numbers,
    public: tier("public", inputs.publicSubnets),
    private: tier("private", inputs.privateSubnets),
    intra: tier("intra", inputs.intraSubnets),
    pod: tier("pod", inputs.podSubnets),
    database: tier("database", inputs.databaseSubnets),
  };
}
