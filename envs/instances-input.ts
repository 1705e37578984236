import { nodeGroupLimits } from "../aws/cluster-limits";
import { atMost, between, choice, count, distinct, flag, list, matches, nullable, number, object, text, whole } from "../kernel";

const most = nodeGroupLimits.instanceTypes.max;
const family = text({ rules: [matches("instances-family", /^[a-z][a-z0-9-]*$/, "an instance family such as m7i")] });

/** What the instances of a node group must be like, in place of their types. */
export const instancesInput = object(
  {
    vcpus: number({ doc: "vCPUs of a node; the least where `maxVcpus` is given.", rules: [whole("instances-vcpus", 1, 2048)] }),
    maxVcpus: nullable(number({ doc: "The most vCPUs of a node. Null takes exactly `vcpus`.", rules: [whole("instances-max-vcpus", 1, 2048)] })),
    memoryGib: number({ doc: "Memory of a node in GiB; the least where `maxMemoryGib` is given.", rules: [between("instances-memory", 0.5, 32_768)] }),
    maxMemoryGib: nullable(number({ doc: "The most memory of a node. Null takes exactly `memoryGib`.", rules: [between("instances-max-memory", 0.5, 32_768)] })),
    architecture: choice(["x86_64", "arm64"], { default: "x86_64", doc: "Architecture of the processor." }),
    accelerator: nullable(choice(["nvidia", "neuron"], { doc: "Accelerator of a node. Null takes types that have none." })),
    burstable: flag({ default: false, doc: "Takes burstable types too (t3, t4g), whose processors are full only while credits last." }),
    families: nullable(
      list(family, { doc: "Only these families, such as `m7i`.", rules: [count("instances-families", 1, Infinity, { expected: "at least one family" }), distinct("instances-distinct-families")] }),
    ),
    excludedFamilies: list(family, { default: [], doc: "None of these families.", rules: [distinct("instances-distinct-excluded")] }),
    minGeneration: nullable(number({ doc: "The oldest generation, the number in a family's name: 6 of m6i.", rules: [whole("instances-generation", 1, 99)] })),
    most: number({ default: most, doc: "How many types the group takes at most.", rules: [whole("instances-most", 1, most)] }),
    asOf: text({
      doc: "Chooses from the types that were known on this day. What comes later changes nothing, because another list of types replaces the group.",
      rules: [matches("instances-as-of", /^20[0-9]{2}-[0-9]{2}-[0-9]{2}$/, "a day such as 2026-11-21")],
    }),
  },
  { rules: [atMost("instances-vcpus-range", "vcpus", "maxVcpus"), atMost("instances-memory-range", "memoryGib", "maxMemoryGib")] },
);
