/**
 * Terraform's words for why it does something with a resource. Those of data sources are not here: they are read.
 * Source: `action_reason` in the JSON of plans, https://developer.hashicorp.com/terraform/internals/json-format (1.11), read 2026-11-22.
 */
const reasons: Readonly<Record<string, string>> = {
  replace_because_tainted: "it is tainted: it was not made completely, or somebody marked it so",
  replace_because_cannot_update: "it cannot be changed in place",
  replace_by_request: "the command asked for it",
  replace_by_triggers: "something in its replace_triggered_by changes",
  delete_because_no_resource_config: "no longer in the program",
  delete_because_no_module: "its module is no longer in the program",
  delete_because_wrong_repetition: "the program has it with another kind of keys: count, for_each or neither",
  delete_because_count_index: "the program has fewer of them",
  delete_because_each_key: "its key is no longer in the program",
  delete_because_no_move_target: "it moves to an address that is not in the program",
};

export function reasonOf(word: string): string {
  return reasons[word] ?? word.replaceAll("_", " ");
}
