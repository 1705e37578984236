import type { Construct, IConstruct } from "./framework";
import type { ModuleDefinition } from "./module";
import type { Residue } from "./residue";
import { PlatformStack } from "./stack";
import type { Target } from "./target";
import type { Json } from "./terraform-json";

/**
 * A stack that becomes a published module: it has variables instead of data, and neither provider nor backend. The
 * construct at its root gives no prefix.
 */
export class ModuleStack extends PlatformStack {
  private readonly aliases = new Set<string>();
  /** The modules that this one calls, which stand below it. */
  readonly called: ModuleStack[] = [];

  /** `modules` gives the stacks of those that this one calls. */
  constructor(
    scope: Construct,
    id: string,
    target: Target,
    readonly modules?: { of(definition: ModuleDefinition): ModuleStack },
  ) {
    super(scope, id, target);
  }

  /** A module is printed from its elements, which nothing resolves. */
  protected override leftover(): readonly Residue[] {
    return this.residueFound();
  }

  /** A slot is a configuration alias: the caller of the module passes a provider for it. */
  override slot(slot: string): string {
    const address = `${this.target.provider}.${slot}`;
    this.aliases.add(address);
    return address;
  }

  /** This module calls another one, and so needs what that one needs. */
  calls(other: ModuleStack): void {
    this.called.push(other);
    this.needsTerraform(other.oldestTerraform);
  }

  protected override named(scopes: readonly IConstruct[]): string[] {
    return super.named(scopes.slice(1));
  }

  protected override providerNames(json: Json): string[] {
    return [...new Set([json, ...this.called.map((other) => other.toJson())].flatMap((one) => super.providerNames(one)))].sort();
  }

  protected override required(name: string): Json {
    const aliases = [...this.aliases].filter((alias) => alias.startsWith(`${name}.`));
    return { ...super.required(name), ...(aliases.length > 0 && { configuration_aliases: aliases }) };
  }
}
