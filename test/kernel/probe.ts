import type { StringMap, TerraformMetaArguments } from "../../kernel/framework";
import { type Construct, TerraformResource } from "../../kernel/framework";

interface ProbeConfig extends TerraformMetaArguments {
  readonly input?: Readonly<Record<string, string>>;
  readonly triggersReplace?: Readonly<Record<string, string>>;
}

/** Terraform's own `terraform_data`, which holds any value, needs no provider and has an `id` that is unknown at plan. */
export class Probe extends TerraformResource {
  static readonly tfResourceType = "terraform_data";
  declare readonly output: StringMap;

  constructor(
    scope: Construct,
    id: string,
    private readonly config: ProbeConfig,
  ) {
    super(scope, id, { terraformResourceType: Probe.tfResourceType });
  }

  get id(): string {
    return this.getStringAttribute("id");
  }

  get size(): number {
    return this.getNumberAttribute("size");
  }

  get list(): string[] {
    return this.getListAttribute("list");
  }

  protected override synthesizeAttributes(): Record<string, any> {
    return { input: this.config.input, triggers_replace: this.config.triggersReplace };
  }

  protected override synthesizeHclAttributes(): Record<string, any> {
    return Object.fromEntries(Object.entries(this.synthesizeAttributes()).map(([name, value]) => [name, { value, isBlock: false }]));
  }
}
