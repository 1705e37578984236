import { atLeastOne, count, distinct, keys, list, map, matches, nullable, object, text } from "../../kernel";

/** No star and no slash at an end: the key is one object. A lock is named by it, so that it may not look like one. */
const stateKeys = (id: string, doc: string) =>
  nullable(
    list(text({ rules: [matches(id, /^[A-Za-z0-9!_.'()=-]+(\/[A-Za-z0-9!_.'()=-]+)*$/, "the key of one state, such as app/dev/terraform.tfstate")] }), {
      doc,
      rules: [count(`${id}-count`, 1, Infinity, { expected: "at least one key" }), distinct(`${id}-distinct`)],
    }),
  );

export const accessInput = map(
  object(
    {
      writes: stateKeys("written-state", "Keys of the states that it plans and applies."),
      reads: stateKeys("read-state", "Keys of the states whose outputs it only reads, such as those of the layers below."),
    },
    { rules: [atLeastOne("state-access", ["writes", "reads"])] },
  ),
  {
    default: {},
    doc: "Who may touch which states, by a name of your own: each gets a policy that allows no other.",
    rules: [keys(matches("state-access-name", /^[A-Za-z0-9_-]{1,64}$/, "1 to 64 letters, digits, hyphens and underscores", { why: "it stands in the name of the policy" }))],
  },
);
