/** An IPv4 block. `start` is its first address as a number, `prefix` its length. */
export interface Cidr {
  readonly start: number;
  readonly prefix: number;
}

/** Reads `10.0.0.0/16`. `undefined` when it is not an IPv4 block in plain decimal; host bits are kept. */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null) return undefined;
  const parts = match.slice(1);
  if (parts.some((digits) => digits.length > 1 && digits.startsWith("0"))) return undefined;
  const [a, b, c, d, prefix] = parts.map(Number) as [number, number, number, number, number];
  if (Math.max(a, b, c, d) > 255 || prefix > 32) return undefined;
  return { start: ((a * 256 + b) * 256 + c) * 256 + d, prefix };
}

export function size(cidr: Cidr): number {
  return 2 ** (32 - cidr.prefix);
}

/** The block without its host bits: `10.0.0.5/24` gives `10.0.0.0/24`. */
export function network(cidr: Cidr): Cidr {
  return { start: cidr.start - (cidr.start % size(cidr)), prefix: cidr.prefix };
}

export function hasHostBits(cidr: Cidr): boolean {
  return network(cidr).start !== cidr.start;
}

export function contains(outer: Cidr, inner: Cidr): boolean {
  return inner.start >= outer.start && inner.start + size(inner) <= outer.start + size(outer);
}

export function overlaps(a: Cidr, b: Cidr): boolean {
  return a.start < b.start + size(b) && b.start < a.start + size(a);
}

/** Terraform's `cidrsubnet`: block number `index` of those with `newBits` more prefix bits. */
export function subnet(outer: Cidr, newBits: number, index: number): Cidr {
  const prefix = outer.prefix + newBits;
  return { start: outer.start + index * 2 ** (32 - prefix), prefix };
}

export function formatCidr(cidr: Cidr): string {
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(cidr.start / 2 ** shift) % 256);
  return `${octets.join(".")}/${cidr.prefix}`;
}
