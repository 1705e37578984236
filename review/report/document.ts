import { parse } from "yaml";
import { isRecord } from "../../kernel/check";
import { marked } from "./marked";

/** The document that a text holds: JSON, YAML with several lines, or one of them in base64. Nothing where it holds none. */
export function documentOf(text: string): unknown {
  const plain = decoded(text);
  const document = /^\s*[[{]/.test(plain) ? read(plain, JSON.parse) : /^[\w"'.-]+:(\s|$)/m.test(plain) && plain.includes("\n") ? read(plain, yaml) : undefined;
  // Nobody has marked what is secret in it: its names say.
  return isRecord(document) || Array.isArray(document) ? marked(document, undefined) : undefined;
}

/** The lines of a text that has several, such as a script. */
export function linesOf(text: string): readonly string[] | undefined {
  const plain = decoded(text);
  return plain.includes("\n") ? plain.split("\n") : undefined;
}

/** User data of launch templates is text in base64. */
function decoded(text: string): string {
  if (text.length < 24 || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return text;
  const plain = Buffer.from(text, "base64").toString("utf8");
  // eslint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(plain) ? text : plain;
}

function yaml(text: string): unknown {
  return parse(text, { logLevel: "silent" });
}

function read(text: string, how: (text: string) => unknown): unknown {
  try {
    return how(text);
  } catch {
    return undefined;
  }
}
