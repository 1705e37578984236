import { type Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import type { kubeconfig } from "../../aws/kubeconfig";
import { type Problem, ProblemsError } from "../../kernel/problem";

type Kubeconfig = ReturnType<typeof kubeconfig<string>>;

const lists = ["clusters", "users", "contexts"] as const;

/**
 * The text of a kubeconfig with the entries of another one in it. What else it holds stays as it is, comments too, and so
 * does the current context where there is one.
 */
export function mergedKubeconfig(file: string, text: string, added: Kubeconfig): string {
  const document = parseDocument(text.trim() === "" ? "apiVersion: v1\nkind: Config\n" : text);
  const refused = foreign(file, document, added);
  if (refused !== undefined) throw new ProblemsError([refused]);
  for (const list of lists) for (const entry of added[list]) put(document, list, entry);
  if (!document.get("current-context")) document.set("current-context", added["current-context"]);
  return document.toString({ lineWidth: 0 });
}

/** The context that kubectl uses with this text. */
export function currentContext(text: string): unknown {
  return parseDocument(text).get("current-context");
}

function foreign(file: string, document: Document, { contexts: [added] }: Kubeconfig): Problem | undefined {
  const kind = document.errors.length === 0 && isMap(document.contents) ? document.get("kind") : undefined;
  const broken = lists.find((list) => (document.get(list) ?? null) !== null && !isSeq(document.get(list)));
  if (kind !== "Config" || broken !== undefined) return { path: file, expected: "a kubeconfig, or no file", got: broken ?? kind, why: "nothing was written", rule: "kubeconfig-file" };
  const held = entryOf(document, "contexts", added!.name)?.getIn(["context", "cluster"]);
  if (held === undefined || held === added!.context.cluster) return undefined;
  const why = "it belongs to somebody else; take another file with --file, or rename the context: kubectl config rename-context";
  return { path: `${file} context ${added!.name}`, expected: `one of ${added!.context.cluster}`, got: held, why, rule: "kubeconfig-context" };
}

function put(document: Document, list: string, entry: { readonly name: string }): void {
  const entries = document.get(list) as YAMLSeq | null | undefined;
  if (!isSeq(entries)) {
    document.set(list, document.createNode([entry]));
    return;
  }
  const index = entries.items.findIndex((item) => isMap(item) && item.get("name") === entry.name);
  entries.flow = false;
  if (index === -1) entries.add(document.createNode(entry));
  else entries.set(index, document.createNode(entry));
}

function entryOf(document: Document, list: string, name: string): YAMLMap | undefined {
  const entries = document.get(list);
  return isSeq(entries) ? entries.items.filter(isMap).find((item) => item.get("name") === name) : undefined;
}
