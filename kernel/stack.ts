import { Authored } from "./authored";
import { references } from "./lower";
import { type Construct, type Node, TerraformElement, TerraformResource, TerraformStack, type IConstruct } from "./framework";
import { type Problem, ProblemsError, refuse } from "./problem";
import { type Residue, residueOf } from "./residue";
import { compareVersions, providerSource, type Target } from "./target";
import { type Json, merge, providersOf } from "./terraform-json";

/**
 * A Terraform stack with readable, hashless names. Two elements of one address are refused: the framework would merge
 * them without a word and one would vanish.
 *
 * Elements hold plain text, not framework tokens, so their JSON is joined as it is. A stack in which somebody used
 * tokens all the same goes through the framework's own resolution.
 */
export class PlatformStack extends TerraformStack {
  private readonly owners = new Map<string, string>();
  private readonly waiting: { readonly element: TerraformElement; readonly on: readonly unknown[] }[] = [];
  /** What the published module shows of how elements were written, and their JSON does not have. */
  readonly authored = new Authored();
  private readonly slots = new Map<string, string>();
  private readonly providers = new Map<IConstruct, string>();
  private readonly shipped: Record<string, string | Uint8Array> = {};
  private readonly outputTree: Json = {};
  /** What commands read of the stack and Terraform does not: it stands in the JSON's comment. */
  readonly remarks: Json = {};
  private requiredTerraform: string;
  private assembled: Json | undefined;
  private residue: readonly Residue[] | undefined;

  constructor(
    scope: Construct,
    id: string,
    readonly target: Target,
    oldestTerraform = "1.9",
  ) {
    super(scope, id);
    this.requiredTerraform = oldestTerraform;
  }

  static override of(construct: IConstruct): PlatformStack {
    const stack = TerraformStack.of(construct);
    if (stack instanceof PlatformStack) return stack;
    throw new Error(`bug: ${construct.node.path} stands in a stack that is not a PlatformStack`);
  }

  /** Terraform name of a construct: its path below the stack, joined by `_`. */
  nameOf(construct: IConstruct | Node): string {
    const { scopes } = "node" in construct ? construct.node : construct;
    return this.named(scopes.slice(scopes.indexOf(this) + 1)).join("_").replace(/[^\w-]/g, "_");
  }

  /** Terraform name of `name` inside a construct: `network_zones`. */
  nameIn(scope: IConstruct, name: string): string {
    const prefix = scope === this ? "" : this.nameOf(scope);
    return prefix === "" ? name : `${prefix}_${name}`;
  }

  /** Takes an address for the construct at `path`, or refuses it when another holds it. */
  claim(address: string, path: string): void {
    const owner = this.owners.get(address) ?? path;
    if (owner !== path) refuse([{ path, expected: "a Terraform address of its own", got: address, why: `${owner} has it`, rule: "address-collision" }]);
    this.owners.set(address, path);
  }

  /** `element` is made after what `on` reads. Taken at the end, when forward handles are set. */
  order(element: TerraformElement, on: readonly unknown[]): void {
    this.waiting.push({ element, on });
  }

  /** The oldest Terraform that the configuration runs on. */
  get oldestTerraform(): string {
    return this.requiredTerraform;
  }

  /** Raises the oldest Terraform that the configuration runs on. */
  needsTerraform(version: string): void {
    if (compareVersions(version, this.requiredTerraform) > 0) this.requiredTerraform = version;
  }

  /** A file that stands beside the configuration, in a stack as in a module, such as a chart. Read it through `path.module`. */
  ship(path: string, content: string | Uint8Array): void {
    const present = this.shipped[path];
    if (present !== undefined && !Buffer.from(present).equals(Buffer.from(content))) throw new Error(`bug: two files ${path} in ${this.node.id}`);
    this.shipped[path] = content;
  }

  /** Files beside the configuration, by path. */
  get files(): Readonly<Record<string, string | Uint8Array>> {
    return this.shipped;
  }

  /** What the cdktf command prints after a deploy, by construct. */
  listOutput(scope: IConstruct, name: string, output: string): void {
    const tree = scope.node.path.split("/").reduce<Json>((at, id) => (at[id] ??= {}) as Json, this.outputTree);
    tree[name] = output;
  }

  /** The provider address that a slot stands for in this stack: `aws.peer`. */
  bindSlot(slot: string, address: string): void {
    this.slots.set(slot, address);
  }

  slot(slot: string): string {
    const address = this.slots.get(slot);
    if (address === undefined) throw new ProblemsError([{ path: this.node.id, expected: `a provider for the slot ${slot}`, got: undefined, why: "bindSlot gives it one", rule: "provider-slot" }]);
    return address;
  }

  /** Everything below `scope` goes through the provider `address`: what `providers` of a module call does. */
  useProvider(scope: IConstruct, address: string): void {
    this.providers.set(scope, address);
  }

  providerOf(scope: IConstruct): string | undefined {
    const under = scope.node.scopes.findLast((outer) => this.providers.has(outer));
    return under && this.providers.get(under);
  }

  /** What is wrong with the stack as a whole: what its text must not hold, what it must declare. */
  check(): Problem[] {
    return this.leftover().map((found) => ({
      path: `${this.node.id} ${found.path}`,
      expected: "plain Terraform text",
      got: found.text,
      why: "a value that only the framework or JavaScript knows has leaked into the output",
      rule: "residue",
    }));
  }

  /** What is left in the text that is written. Tokens, if there were any, have been resolved by the framework. */
  protected leftover(): readonly Residue[] {
    if (!this.holdsTokens()) return this.residueFound();
    this.prepareStack();
    return residueOf(this.toTerraform());
  }

  /** The stack as Terraform JSON. */
  toJson(): Json {
    this.assembled ??= this.assemble();
    return this.assembled;
  }

  /** Everything in the stack, in the order of creation. Forward references are settled. */
  elements(): TerraformElement[] {
    for (const { element, on } of this.waiting.splice(0)) element.addOverride("depends_on", [...references(on)]);
    return [...elementsBelow(this)];
  }

  override prepareStack(): void {
    if (this.holdsTokens()) super.prepareStack();
  }

  override toTerraform(): Json {
    return this.holdsTokens() ? this.finished(super.toTerraform() as Json) : this.toJson();
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : element;
    const type = (element as Partial<TerraformResource>).terraformResourceType;
    // `resource` and `data` put the type before the id, so that a key and its alias can have one name.
    const typed = type !== undefined && node.scope !== undefined && node.id.includes(`${type}.`);
    const name = typed ? this.nameIn(node.scope, node.id.slice(node.id.lastIndexOf(".") + 1)) : this.nameOf(node);
    if (type !== undefined) this.claim(`${TerraformResource.isTerraformResource(element) ? "" : "data."}${type}.${name}`, node.path);
    return name;
  }

  /** Ids of the scopes that make a name. */
  protected named(scopes: readonly IConstruct[]): string[] {
    return scopes.map((scope) => scope.node.id);
  }

  protected finished(json: Json): Json {
    const providers = Object.fromEntries(this.providerNames(json).map((name) => [name, this.required(name)]));
    return { ...json, "//": { ...(json["//"] as Json), ...this.remarks }, terraform: { ...(json["terraform"] as Json | undefined), required_version: `>= ${this.requiredTerraform}`, required_providers: providers } };
  }

  /** Local names of the providers that the stack needs. */
  protected providerNames(json: Json): string[] {
    return providersOf(json);
  }

  /** A provider's entry of `required_providers`. */
  protected required(name: string): Json {
    const { source, constraint } = providerSource(this.target, name);
    return { source, version: constraint };
  }

  private holdsTokens(): boolean {
    return this.residueFound().some((found) => found.kind === "token");
  }

  protected residueFound(): readonly Residue[] {
    this.residue ??= residueOf(this.toJson());
    return this.residue;
  }

  private assemble(): Json {
    const json: Json = { "//": { metadata: { version: this.node.tryGetContext("cdktfVersion") as string, stackName: this.node.id, backend: "local" }, outputs: this.outputTree } };
    for (const element of this.elements()) {
      merge(json, element.toTerraform() as Json);
      // "overrides" is telemetry of the framework.
      const { overrides: _, ...metadata } = element.toMetadata() as Json;
      Object.assign((json["//"] as Json)["metadata"] as Json, metadata);
    }
    return this.finished(json);
  }
}

/** Everything in a stack, without the stacks inside it. */
function* elementsBelow(node: IConstruct): Generator<TerraformElement> {
  for (const child of node.node.children) {
    if (TerraformStack.isStack(child)) continue;
    if (TerraformElement.isTerraformElement(child)) yield child;
    yield* elementsBelow(child);
  }
}
