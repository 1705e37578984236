type Need = readonly [from: string, to: string];

/** A place in the picture: of a part, or one that a long line passes through. */
export interface Place {
  readonly name: string | undefined;
  readonly column: number;
  readonly row: number;
}

/** From what is needed to what needs it. */
export interface Line {
  readonly places: readonly Place[];
  /** It closes a circle, and runs against the others. */
  readonly backward: boolean;
}

export interface Layout {
  /** By column, each from top to bottom. */
  readonly columns: readonly (readonly Place[])[];
  readonly lines: readonly Line[];
}

/** Parts from left to right: each stands to the right of all that it needs. Lines that others imply are left out. */
export function layoutOf(names: readonly string[], allNeeds: readonly Need[]): Layout {
  const known = new Set(names);
  const needs = allNeeds.filter(([from, to]) => from !== to && known.has(from) && known.has(to));
  const { columnOf, backward } = columnsOf(names, needs);
  const forward = needs.filter((need) => !backward.has(need));
  const slots: Slot[] = names.map((name) => ({ name, column: columnOf.get(name)!, row: 0, left: [] }));
  const slotOf = new Map(slots.map((slot) => [slot.name, slot]));
  const chains = withoutImplied(forward).map(([from, to]) => chain(slotOf.get(to)!, slotOf.get(from)!, slots));
  return {
    columns: ordered(slots),
    lines: [
      ...chains.map((places) => ({ places, backward: false })),
      ...[...backward].map(([from, to]) => ({ places: [slotOf.get(to)!, slotOf.get(from)!], backward: true })),
    ],
  };
}

interface Slot {
  readonly name: string | undefined;
  readonly column: number;
  row: number;
  /** Neighbours in the column before. */
  readonly left: Slot[];
}

/** The longest way to what needs nothing. Needs that run against the order do not count. */
function columnsOf(names: readonly string[], needs: readonly Need[]): { columnOf: ReadonlyMap<string, number>; backward: ReadonlySet<Need> } {
  const order = inOrder(names, needs);
  const place = new Map(order.map((name, index) => [name, index]));
  const backward = new Set(needs.filter(([from, to]) => place.get(from)! < place.get(to)!));
  const columnOf = new Map<string, number>();
  for (const name of order) {
    const needed = needs.filter((need) => need[0] === name && !backward.has(need));
    columnOf.set(name, Math.max(0, ...needed.map(([, to]) => columnOf.get(to)! + 1)));
  }
  return { columnOf, backward };
}

/** What is needed stands before what needs it. A circle is opened at what most need and what needs least (Eades, Lin and Smyth 1993). */
function inOrder(names: readonly string[], needs: readonly Need[]): string[] {
  const rest = new Set(names);
  const first: string[] = [];
  const last: string[] = [];
  while (rest.size > 0) {
    const open = needs.filter(([from, to]) => rest.has(from) && rest.has(to));
    const needing = (name: string) => open.filter(([from]) => from === name).length;
    const needed = (name: string) => open.filter(([, to]) => to === name).length;
    const left = [...rest];
    const top = left.find((name) => needing(name) > 0 && needed(name) === 0);
    const next = left.find((name) => needing(name) === 0) ?? top ?? left.reduce((best, name) => (needed(name) - needing(name) > needed(best) - needing(best) ? name : best));
    if (next === top) last.unshift(next);
    else first.push(next);
    rest.delete(next);
  }
  return [...first, ...last];
}

function withoutImplied(needs: readonly Need[]): Need[] {
  const reaches = (from: string, to: string): boolean => needs.some(([a, b]) => a === from && (b === to || reaches(b, to)));
  return needs.filter(([from, to]) => !needs.some(([a, b]) => a === from && b !== to && reaches(b, to)));
}

/** A line over several columns keeps a place in each that it passes, so that no box stands on it. */
function chain(start: Slot, end: Slot, slots: Slot[]): Slot[] {
  const places = [start];
  for (let column = start.column + 1; column < end.column; column += 1) {
    const passed: Slot = { name: undefined, column, row: 0, left: [places.at(-1)!] };
    slots.push(passed);
    places.push(passed);
  }
  end.left.push(places.at(-1)!);
  return [...places, end];
}

/** Each column in the order of its neighbours' middle, forth and back until lines cross little. */
function ordered(slots: readonly Slot[]): Slot[][] {
  const columns: Slot[][] = [];
  for (const slot of slots) (columns[slot.column] ??= []).push(slot);
  const right = new Map<Slot, Slot[]>();
  for (const slot of slots) for (const left of slot.left) right.set(left, [...(right.get(left) ?? []), slot]);
  const settle = (column: Slot[], neighbours: (slot: Slot) => readonly Slot[]) => {
    const middle = new Map(column.map((slot) => [slot, mean(neighbours(slot).map(({ row }) => row)) ?? slot.row]));
    column.sort((a, b) => middle.get(a)! - middle.get(b)!);
    // Around a common middle, so that columns of different heights compare.
    column.forEach((slot, index) => (slot.row = index - (column.length - 1) / 2));
  };
  columns.forEach((column) => settle(column, () => []));
  for (let sweep = 0; sweep < 4; sweep += 1) {
    columns.forEach((column) => settle(column, ({ left }) => left));
    columns.toReversed().forEach((column) => settle(column, (slot) => right.get(slot) ?? []));
  }
  return columns;
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
