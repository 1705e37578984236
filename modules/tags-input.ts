import { tags } from "../aws/cluster-limits";
import { count, keys, length, map, matches, text } from "../kernel";

/** Tags of what a module makes. `doc` says of what. AWS takes no more than 50 on a resource, those of the provider included. */
export function tagsInput(doc: string) {
  return map(text({ rules: [length("tag-value", 0, tags.valueMaxLength)] }), {
    default: {},
    doc,
    rules: [
      count("tag-count", 0, tags.maxCount),
      keys(length("tag-key", 1, tags.keyMaxLength)),
      keys(matches("tag-key-reserved", /^([^a]|a[^w]|aw[^s]|aws[^:]|a$|aw$|aws$)/, "a key that does not begin with aws:", { why: "AWS keeps those for itself" })),
    ],
  });
}
