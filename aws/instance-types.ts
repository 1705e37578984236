import { instanceTypeTable } from "./instance-type-table";

/** As EC2 names them in ProcessorInfo.SupportedArchitectures; EKS has no AMI for the two of Mac. */
export type InstanceArchitecture = "x86_64" | "arm64" | "x86_64_mac" | "arm64_mac";

export type Accelerator = "nvidia" | "amd" | "neuron" | "other";

export interface InstanceType {
  readonly name: string;
  readonly architecture: InstanceArchitecture;
  /** Undefined where no source tells. */
  readonly vcpus: number | undefined;
  readonly memoryMib: number | undefined;
  /** Of the default network card, the one that carries pods. */
  readonly networkInterfaces: number;
  readonly ipv4PerInterface: number;
  readonly hypervisor: "nitro" | "xen" | "unknown";
  readonly bareMetal: boolean;
  readonly accelerator: Accelerator | undefined;
  /** Undefined where no source tells. */
  readonly spot: boolean | undefined;
}

/** The facts of one instance type, or undefined when the table does not know the name. */
export function instanceType(name: string): InstanceType | undefined {
  // A scan of the text is cheaper than an index of 1,400 entries for the handful of types that a synth asks for.
  const start = /^[a-z][a-z0-9.-]*$/.test(name) ? instanceTypeTable.indexOf(`\n${name} `) : -1;
  if (start < 0) return undefined;
  return parse(instanceTypeTable.slice(start + 1, instanceTypeTable.indexOf("\n", start + 1)));
}

let types: readonly InstanceType[] | undefined;

/** Every known type: by family, then by size. */
export function instanceTypes(): readonly InstanceType[] {
  types ??= instanceTypeTable.trim().split("\n").map(parse);
  return types;
}

let names: readonly string[] | undefined;

/** Every known name: by family, then by size. */
export function instanceTypeNames(): readonly string[] {
  names ??= instanceTypeTable.trim().split("\n").map((line) => line.slice(0, line.indexOf(" ")));
  return names;
}

/**
 * The architecture that a name tells: Graviton families carry `g` right after the generation (m7g, im4gn, hpc7g; not g4dn, whose
 * `g` is the series), and a1 and the Grace families (`-gb200`) are Arm too. Right for every type of the table (tested).
 * Source: https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html, read 2026-11-21.
 */
export function architectureOfName(name: string): InstanceArchitecture {
  const family = name.split(".", 1)[0] ?? "";
  if (family === "mac1") return "x86_64_mac";
  if (family.startsWith("mac")) return "arm64_mac";
  return family === "a1" || /^[a-z]+\d+g/.test(family) || /-gb\d/.test(family) ? "arm64" : "x86_64";
}

const architectures: Readonly<Record<string, InstanceArchitecture>> = { x: "x86_64", a: "arm64", X: "x86_64_mac", A: "arm64_mac" };
const accelerators: Readonly<Record<string, Accelerator>> = { N: "nvidia", A: "amd", W: "neuron", O: "other" };

function parse(line: string): InstanceType {
  const [name = "", flags = "", vcpus = "", memory = "", interfaces = "", addresses = ""] = line.split(" ");
  const [architecture = "", hypervisor = "", accelerator = "", spot = ""] = flags;
  return {
    name,
    architecture: architectures[architecture] ?? architectureOfName(name),
    vcpus: vcpus === "-" ? undefined : Number(vcpus),
    memoryMib: memory === "-" ? undefined : Number(memory),
    networkInterfaces: Number(interfaces),
    ipv4PerInterface: Number(addresses),
    hypervisor: hypervisor === "n" ? "nitro" : hypervisor === "x" ? "xen" : "unknown",
    bareMetal: hypervisor === "b",
    accelerator: accelerators[accelerator],
    spot: spot === "?" ? undefined : spot === "s",
  };
}
