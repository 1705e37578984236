import { type NameLimit, namePattern } from "../aws/name-limits";
import { length, matches, nullable, text } from "../kernel";

/** The name of something that was made before and has one already. Without it the module makes the name itself. */
export function fixedName(id: string, what: string, limit: NameLimit) {
  return nullable(
    text({
      doc: `Name of the ${what}, where it must be this one: an adopted ${what} keeps its name and so is not replaced.`,
      rules: [length(`${id}-length`, limit.minLength, limit.maxLength), matches(id, new RegExp(namePattern(limit)), `a name that AWS takes for a ${what}`)],
    }),
  );
}
