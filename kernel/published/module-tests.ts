import { blockLines, bodyLines } from "../hcl/body";
import { alignAssignments } from "../hcl/layout";
import { quoted, templateOf } from "../quote";
import type { ModuleStack } from "../module-stack";

/** A sentence that is true, and the condition that says so to Terraform. */
export type Claims = Readonly<Record<string, string>>;

/** What `terraform test` shows of a module with a mocked provider: without an account, credentials or a network. */
export interface ModuleTests {
  /**
   * Attributes in the form that AWS gives them, by resource type (`data.<type>` for data sources): a mocked provider
   * makes up any text, which other arguments would refuse. Types that the module does not make are left out.
   */
  readonly mocks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /**
   * A configuration, as HCL, of a provider that stands for itself: Terraform mocks none whose ephemeral resources a
   * module declares. Nothing that it makes or reads may be in a test.
   */
  readonly unmocked?: Readonly<Record<string, string>>;
  /** What is true of the smallest call once planned. */
  readonly smallest?: Claims;
  /** What is true of `examples/complete` once applied, by `module.<name>.<output>`. */
  readonly complete: Claims;
  /** More plans by what each shows. */
  readonly plans: Readonly<Record<string, ModulePlan>>;
}

/** A plan of the smallest call with other arguments. */
export interface ModulePlan {
  /** Arguments as HCL, beside or in place of those of the smallest call. */
  readonly given: string;
  /** What is true of it. */
  readonly holds?: Claims;
  /** The variable or resource whose rule refuses it: `var.cidr`, `aws_vpc.this`. */
  readonly refusedBy?: string;
}

/** `tests/<name>.tftest.hcl`. `smallest` is the smallest call's arguments. */
export function testFile(smallest: string, tests: ModuleTests, stack: ModuleStack): string {
  const plans = Object.entries(tests.plans).map(([claim, { given, holds = {}, refusedBy }]) =>
    run(claim, [["  command = plan"], blockLines("variables", indented(given, 2), 1), ...assertions(holds), ...(refusedBy === undefined ? [] : [[`  expect_failures = [${refusedBy}]`]])]),
  );
  const providers = Object.keys((stack.toJson()["terraform"] as { required_providers: object }).required_providers);
  const blocks = [
    ...providers.map((name) => providerBlock(name, tests, stack)),
    blockLines("variables", indented(smallest, 1), 0),
    run("the smallest call plans", [["  command = plan"], ...assertions(tests.smallest ?? {})]),
    run("the complete example applies", [
      blockLines("module", ['    source = "./examples/complete"'], 1),
      blockLines("providers =", alignAssignments(providers.map((name) => ({ key: name, value: name })), 2), 1),
      ...assertions(tests.complete),
    ]),
    ...plans,
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Lines of HCL that an author wrote, `depth` levels in. */
export function indented(hcl: string, depth: number): string[] {
  return hcl.trim().split("\n").map((line) => (line === "" ? "" : "  ".repeat(depth) + line));
}

function run(claim: string, groups: readonly (readonly string[])[]): string[] {
  const name = claim.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
  return blockLines(`run ${quoted(name)}`, joined(groups), 0);
}

function assertions(claims: Claims): string[][] {
  return Object.entries(claims).map(([claim, condition]) => blockLines("assert", bodyLines({ condition: `\${${condition}}`, error_message: templateOf(claim) }, {}, 2), 1));
}

function providerBlock(name: string, { mocks, unmocked = {} }: ModuleTests, stack: ModuleStack): string[] {
  const own = unmocked[name];
  if (own !== undefined) return blockLines(`provider ${quoted(name)}`, indented(own, 1), 0);
  return blockLines(`mock_provider ${quoted(name)}`, joined(mockBlocks(mocks, stack, name)), 0);
}

function mockBlocks(mocks: ModuleTests["mocks"], stack: ModuleStack, provider: string): string[][] {
  const of = (types: object = {}) => Object.keys(types).filter((type) => type.startsWith(`${provider}_`));
  const made = [stack, ...stack.called].map((one) => one.toJson() as Readonly<Record<string, object>>).flatMap(({ data, resource }) => [...of(resource), ...of(data).map((type) => `data.${type}`)]);
  return [...new Set(made)].sort().filter((type) => type in mocks).map((type) => {
    const kind = type.startsWith("data.") ? "mock_data" : "mock_resource";
    const attributes = Object.fromEntries(Object.entries(mocks[type]!).map(([name, value]) => [name, typeof value === "string" ? templateOf(value) : value]));
    return blockLines(`${kind} ${quoted(type.replace("data.", ""))}`, blockLines("defaults =", bodyLines(attributes, {}, 3), 2), 1);
  });
}

/** Groups of lines with a blank line between. */
function joined(groups: readonly (readonly string[])[]): string[] {
  return groups.flatMap((group, index) => (index === 0 ? group : ["", ...group]));
}
