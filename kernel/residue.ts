/** Something in an output that should never have got there. */
export interface Residue {
  readonly kind: "token" | "javascript";
  /** Where in the JSON: `resource.aws_vpc.this.tags`. */
  readonly path: string;
  readonly text: string;
}

const TOKEN = /TfToken\[|tftoken|<unresolved/i;
/** How the framework writes tokens of numbers before it resolves them. */
const NUMBER_TOKEN = /-8\.1095\d*e\+298|-1\.8881\d*e\+289/;
/** What JavaScript and cdktf's own expressions leave in Terraform code. */
const JAVASCRIPT = /\$\{[^]*(?:== undefined|!= undefined|\[object \w+\]|\bNaN\b|\.\*\.|\bundefined\b)/;

/**
 * Looks through Terraform JSON for tokens of the framework, JavaScript's own words and cdktf's splats. Users' own data,
 * which stands in the defaults of variables, may say anything and is passed over.
 */
export function residueOf(json: unknown): Residue[] {
  const found: Residue[] = [];
  search(json, "", found);
  return found;
}

function search(value: unknown, path: string, found: Residue[]): void {
  if (typeof value === "string" || typeof value === "number") {
    const kind = kindOf(value);
    if (kind !== undefined) found.push({ kind, path, text: String(value) });
  } else if (typeof value === "object" && value !== null && !(path.startsWith("variable.") && /^variable\.[^.]+\.default$/.test(path))) {
    for (const [key, item] of Object.entries(value)) search(item, path === "" ? key : `${path}.${key}`, found);
  }
}

function kindOf(value: string | number): Residue["kind"] | undefined {
  if (typeof value === "number") return NUMBER_TOKEN.test(String(value)) ? "token" : undefined;
  if (TOKEN.test(value) || NUMBER_TOKEN.test(value)) return "token";
  return value.includes("${") && JAVASCRIPT.test(value.replaceAll("$${", "")) ? "javascript" : undefined;
}
