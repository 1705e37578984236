import { atMostOne, choice, count, distinct, exactlyOne, list, matches, nullable, object, text } from "../../kernel";

const words = (id: string, pattern: RegExp, expected: string, doc: string) =>
  nullable(list(text({ rules: [matches(id, pattern, expected, { why: "everything is said by a word of its own, with the reason" })] }), { doc, rules: [count(`${id}s`, 1, Infinity, { expected: "at least one" }), distinct(`${id}s-distinct`)] }));
const everything = (id: string, doc: string) => nullable(object({ because: text({ doc: "Why.", rules: [matches(id, /\S/, "a reason")] }) }, { doc }));

const rule = object(
  {
    apiGroups: words("rbac-api-group", /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?)?$/, "an API group such as apps, or nothing for the core group", "API groups. Null: the core group, which is that of pods and services."),
    anyApiGroup: everything("rbac-any-api-group", "Every API group, with the reason."),
    resources: words("rbac-resource", /^[a-z][a-z0-9.-]*(\/[a-z]+)?$/, "a resource such as pods or pods/log", "Resources, in the plural."),
    anyResource: everything("rbac-any-resource", "Every resource, with the reason."),
    resourceNames: words("rbac-resource-name", /^[^\s*]+$/, "the name of an object", "Names of the objects. Null: all of them. Lists and watches know no names."),
    urls: words("rbac-url", /^\/[A-Za-z0-9/._-]*\*?$/, "a path such as /metrics", "Paths of the API that are no resources. Only in the whole cluster."),
    verbs: words("rbac-verb", /^[a-z]+$/, "a verb such as get", "What may be done: get, list, watch, create, update, patch, delete …"),
    anyVerb: everything("rbac-any-verb", "Everything may be done, with the reason."),
  },
  {
    rules: [
      exactlyOne("rbac-rule-object", ["resources", "anyResource", "urls"]),
      exactlyOne("rbac-rule-verb", ["verbs", "anyVerb"], { expected: "either verbs or anyVerb" }),
      atMostOne("rbac-rule-group", ["apiGroups", "anyApiGroup"]),
      atMostOne("rbac-rule-name", ["resourceNames", "urls"]),
    ],
  },
);

/** What is said of one role. */
export const clusterRole = object({
  rules: list(rule, { doc: "What it allows.", rules: [count("rbac-rules", 1, Infinity, { expected: "at least one rule" })] }),
  aggregatedTo: list(choice(["view", "edit", "admin"]), { default: [], doc: "Roles of Kubernetes that allow the same from now on, such as `view` for custom resources.", rules: [distinct("rbac-aggregated-distinct")] }),
});

