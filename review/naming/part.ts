import { addressOf } from "./address";
import { remembered } from "./remembered";

/** The part of a layer that an address is of: where a reader looks for it in the program. */
export type PartOf = (address: string) => string;

/** What is in no module and whose name begins with no part. */
export const rootPart = "root module";

/** A stack of an environment is flat: the names of its resources begin with the name of a part, which is one of its variables. */
export function partsBy(variables: readonly string[]): PartOf {
  const longestFirst = [...variables].sort((one, other) => other.length - one.length);
  return remembered((address) => {
    const { module, name } = addressOf(address);
    return module === "" ? (longestFirst.find((part) => name === part || name.startsWith(`${part}_`)) ?? rootPart) : module;
  });
}
