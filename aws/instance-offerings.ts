import { instanceOfferingTable } from "./instance-offering-table";

interface Line {
  readonly region: string;
  readonly day: string;
  /** Families, and the sizes that are not offered. */
  readonly lacking: ReadonlyMap<string, readonly string[]>;
}

let table: readonly Line[] | undefined;

function lines(): readonly Line[] {
  table ??= instanceOfferingTable.trim().split("\n").map(parse);
  return table;
}

function parse(line: string): Line {
  const [region = "", day = "", ...families] = line.split(" ");
  const lacking = families.map((text) => {
    const [family = "", sizes] = text.split("!");
    return [family, sizes?.split(",") ?? []] as const;
  });
  return { region, day, lacking: new Map(lacking) };
}

/** The days from which and up to which the table speaks. */
export function offeringDays(): { readonly first: string; readonly last: string } {
  const days = lines().map(({ day }) => day).toSorted();
  return { first: days[0]!, last: days.at(-1)! };
}

/** Did the table know on `day` that the region offers the type? Undefined where it knew nothing of the region or the type. */
export function isOffered(type: string, region: string, day: string = offeringDays().last): boolean | undefined {
  const known = lines().filter((line) => line.day <= day);
  if (!known.some((line) => line.region === region) || !known.some((line) => hasType(line, type))) return undefined;
  return known.some((line) => line.region === region && hasType(line, type));
}

/** Did the table know of the region on `day`? */
export function isKnownRegion(region: string, day: string = offeringDays().last): boolean {
  return lines().some((line) => line.region === region && line.day <= day);
}

function hasType({ lacking }: Line, type: string): boolean {
  const [family = "", size = ""] = type.split(".");
  return lacking.has(family) && !lacking.get(family)!.includes(size);
}
