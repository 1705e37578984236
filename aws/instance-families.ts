/**
 * What the name of an instance family tells: series, generation, processor, what else it has.
 * Source: https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html, read 2026-11-21.
 */
export interface InstanceFamily {
  /** `m` of m6idn. */
  readonly series: string;
  /** 6 of m6idn; 0 where the name has none. */
  readonly generation: number;
  /** How much the family has beside the series' own: disks, network, clock. 2 for m6idn, whose `i` is the processor. */
  readonly extras: number;
}

/** `m6idn` of m6idn.large. */
export function familyOf(type: string): string {
  return type.slice(0, type.indexOf("."));
}

export function instanceFamily(family: string): InstanceFamily {
  const [, series = family, generation = "0", attributes = "", option] = /^([a-z]+)(\d+)([a-z]*)(-.*)?$/.exec(family) ?? [];
  return { series, generation: Number(generation), extras: attributes.replace(/[agi]/, "").length + (option === undefined ? 0 : 1) };
}

/** The series for any work; all others are for a special one. Burstable ones are usual too, with a choice of their own. */
export const usualSeries: readonly string[] = ["m", "c", "r", "t"];

/** Types that earn credits while idle: those for which ec2:DescribeInstanceTypes says so (as recorded in moto 5.2.5), and their kin. */
export function isBurstable(type: string): boolean {
  return /^t\d/.test(type);
}

/** For tightly coupled computing. */
export function isForHpc(type: string): boolean {
  return type.startsWith("hpc");
}
