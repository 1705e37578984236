import { addressOf, RawBlock } from "./block";
import { part } from "./expression";
import type { Construct } from "./framework";
import type { Expr } from "./handle";
import { literal } from "./quote";
import { lower } from "./lower";

/** A resource handle, or an address inside the construct: `aws_subnet.old`. */
type Place = Expr<unknown> | string;

/** The resource at `from` is now at `to`; nothing is replaced. With `keys`, one block per key. */
export function moved(scope: Construct, from: Place, to: Place, keys?: readonly string[]): void {
  const [source, destination] = [addressOf(scope, from), addressOf(scope, to)];
  const blocks = keys?.map((key) => ({ from: `${source}[${literal(key)}]`, to: `${destination}[${literal(key)}]` }));
  emit(scope, `moved.${source}.${destination}`, { moved: blocks ?? [{ from: source, to: destination }] });
}

/** The resource at `from` is no longer managed. It stays in the cloud unless `destroy` is true. */
export function removed(scope: Construct, from: string, options: { readonly destroy?: boolean } = {}): void {
  const address = addressOf(scope, from);
  emit(scope, `removed.${address}`, { removed: [{ from: address, lifecycle: { destroy: options.destroy ?? false } }] });
}

/** The existing object `id` is taken over as the resource `to`. */
export function imported(scope: Construct, to: Place, id: string | Expr<string>): void {
  const address = addressOf(scope, to);
  emit(scope, `import.${address}`, { import: [{ to: address, id: lower(id) }] });
}

/** Existing objects are taken over as the elements of a keyed resource, by key. */
export function importedByKey(scope: Construct, to: Expr<unknown>, ids: Readonly<Record<string, string>> | Expr<Readonly<Record<string, string>>>): void {
  const address = addressOf(scope, to);
  emit(scope, `import.${address}`, { import: [{ for_each: `\${${part(ids).hcl}}`, to: `${address}[each.key]`, id: "${each.value}" }] });
}

function emit(scope: Construct, id: string, fragment: object): void {
  new RawBlock(scope, id.replaceAll("/", "_"), fragment);
}
