import { tags } from "../aws/cluster-limits";
import { count, keys, length, map, text, withoutPrefix } from "../kernel";

/** Tags of what a module makes. `doc` says of what. AWS takes no more than 50 on a resource, those of the provider included. */
export function tagsInput(doc: string) {
  return map(text({ rules: [length("tag-value", 0, tags.valueMaxLength)] }), {
    default: {},
    doc,
    rules: [
      count("tag-count", 0, tags.maxCount),
      keys(length("tag-key", 1, tags.keyMaxLength)),
      keys(withoutPrefix("tag-key-reserved", [tags.reservedKeyPrefix], { why: "AWS keeps those for itself" })),
    ],
  });
}
