import { call, type Expr, type Handle } from "../../kernel";
import type { NetworkHandles } from "./zones";

type Tags = Readonly<Record<string, string>>;

/** Tags of a resource: the network's, the name, what the resource adds; the later ones win. */
export function tagged(inputs: NetworkHandles, name: Expr<string>, own: Tags = {}, ...more: readonly Expr<Tags>[]): Handle<Tags> {
  return call<Tags>("merge", inputs.tags, { Name: name, ...own }, ...more);
}
