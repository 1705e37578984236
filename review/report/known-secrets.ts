import { isRecord } from "../../kernel/check";

/** Shorter ones are words that stand everywhere: `true`, `admin`. */
const shortest = 8;

/** The texts that a plan marks as secret: they may also stand where nothing is marked, such as in an error or in user data. */
export class KnownSecrets {
  private readonly texts: readonly string[];

  constructor(texts: Iterable<string>) {
    const forms = [...texts].filter((text) => text.length >= shortest).flatMap((text) => [text, JSON.stringify(text).slice(1, -1), Buffer.from(text).toString("base64")]);
    // A secret may hold another one.
    this.texts = [...new Set(forms)].sort((one, other) => other.length - one.length);
  }

  hide(text: string): string {
    return this.texts.reduce((rest, secret) => (rest.includes(secret) ? rest.replaceAll(secret, "(secret)") : rest), text);
  }

  /** All texts of a value, at any depth. */
  hideIn<T>(value: T): T {
    if (this.texts.length === 0) return value;
    if (typeof value === "string") return this.hide(value) as T;
    if (Array.isArray(value)) return value.map((one: unknown) => this.hideIn(one)) as T;
    if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.hideIn(one)])) as T;
    return value;
  }
}

/** Texts below the marks of what is secret. */
export function secretTexts(value: unknown, secret: unknown): string[] {
  if (value === null || secret === false || secret === undefined || secret === null) return [];
  if (secret === true) return textsIn(value);
  if (Array.isArray(value)) return value.flatMap((one, index) => secretTexts(one, (secret as readonly unknown[])[index]));
  return isRecord(value) ? Object.entries(secret).flatMap(([key, mark]) => secretTexts(value[key], mark)) : [];
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
