import type { Setting, Settings } from "../aws/addon-settings/setting";
import type { Problem } from "../kernel";
import { isRecord, join } from "../kernel/check";
import { nearest } from "../kernel/nearest";
import { fine, type Judged, merged } from "./judged";

/** Judges what an add-on is told by the table of what it takes. Newer versions take more, so an unknown key is a warning. */
export function judgeSettings(path: string, values: unknown, fields: Settings): Judged {
  return judge(path, values, { kind: "object", fields });
}

// What Go's strconv.ParseBool reads, as the add-ons do.
const booleans = /^(1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;
const formats = { boolean: { pattern: booleans, noun: 'text such as "true"' }, integer: { pattern: /^-?[0-9]+$/, noun: 'text such as "1"' } } as const;

function judge(path: string, value: unknown, setting: Setting): Judged {
  const refused = (expected: string, more: Partial<Problem> = {}): Judged => ({ problems: [{ path, expected, got: value, rule: "addon-setting", ...more }], warnings: [] });
  switch (setting.kind) {
    case "any":
      return fine;
    case "flag":
      return typeof value === "boolean" ? fine : refused("true or false");
    case "number":
      return isWithin(value, setting) ? fine : refused(numberNoun(setting));
    case "text":
      return judgeText(value, setting, refused);
    case "list":
      if (!Array.isArray(value)) return refused("a list");
      return merged(value.map((item, index) => judge(`${path}[${index}]`, item, setting.of ?? { kind: "any" })));
    case "map":
      if (!isRecord(value) || Object.keys(value).length < (setting.least ?? 0)) return refused(setting.least === undefined ? "an object" : `an object with at least ${setting.least} key`);
      return merged(Object.entries(value).map(([key, item]) => judge(join(path, key), item, setting.of)));
    case "object":
      return isRecord(value) ? judgeFields(path, value, setting) : refused("an object");
    case "either":
      return setting.of.some((one) => judge(path, value, one).problems.length === 0) ? fine : refused(setting.of.map(nounOf).join(" or "));
  }
}

function judgeText(value: unknown, setting: Setting & { readonly kind: "text" }, refused: (expected: string, more?: Partial<Problem>) => Judged): Judged {
  const format = setting.format && formats[setting.format];
  if (typeof value !== "string") {
    const plain = typeof value === "number" || typeof value === "boolean";
    return refused(nounOf(setting), plain ? { why: "the add-on wants text here", suggestion: String(value) } : {});
  }
  if (setting.words !== undefined && !setting.words.includes(value)) return refused(nounOf(setting), { suggestion: nearest(value, setting.words) });
  if (format !== undefined && !format.pattern.test(value)) return refused(format.noun);
  if (setting.pattern !== undefined && !new RegExp(setting.pattern).test(value)) return refused(nounOf(setting));
  return fine;
}

function judgeFields(path: string, value: Readonly<Record<string, unknown>>, { fields, required = [], open }: Setting & { readonly kind: "object" }): Judged {
  const known = Object.keys(fields);
  const absent = required.filter((name) => value[name] === undefined).map((name): Problem => ({ path: join(path, name), expected: nounOf(fields[name]!), got: undefined, rule: "addon-setting" }));
  const strangers = open === true ? [] : Object.keys(value).filter((key) => !known.includes(key));
  const given = Object.entries(value).filter(([key, item]) => Object.hasOwn(fields, key) && item !== undefined);
  const inner = merged(given.map(([key, item]) => judge(join(path, key), item, fields[key]!)));
  const warnings = strangers.map((key): Problem => ({
    path: join(path, key),
    expected: "a setting that is known",
    got: key,
    why: "the table may be older than the add-on's version, which refuses what it does not know",
    suggestion: nearest(key, known),
    rule: "addon-setting-unknown",
  }));
  return merged([{ problems: absent, warnings }, inner]);
}

function isWithin(value: unknown, { min = -Infinity, max = Infinity, whole }: Setting & { readonly kind: "number" }): boolean {
  return typeof value === "number" && Number.isFinite(value) && value >= min && value <= max && (whole !== true || Number.isInteger(value));
}

function numberNoun({ min, max, whole }: Setting & { readonly kind: "number" }): string {
  const noun = whole ? "a whole number" : "a number";
  return min === undefined || max === undefined ? noun : `${noun} from ${min} to ${max}`;
}

function nounOf(setting: Setting): string {
  if (setting.kind === "number") return numberNoun(setting);
  if (setting.kind !== "text") return { any: "a value", flag: "true or false", list: "a list", map: "an object", object: "an object", either: "a value" }[setting.kind];
  if (setting.words !== undefined) return `one of ${setting.words.join(", ")}`;
  if (setting.format !== undefined) return formats[setting.format].noun;
  return setting.pattern === undefined ? "text" : `text like ${setting.pattern}`;
}
