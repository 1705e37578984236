import { type Construct, TerraformResource } from "../../../kernel/framework";

interface RandomPetConfig {
  readonly length?: number;
  readonly prefix?: string;
}

/** As `cdktf get` writes a binding, for one resource that has no package of bindings here. */
export class RandomPet extends TerraformResource {
  static readonly tfResourceType = "random_pet";

  constructor(
    scope: Construct,
    id: string,
    private readonly config: RandomPetConfig,
  ) {
    super(scope, id, { terraformResourceType: RandomPet.tfResourceType });
  }

  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { length: this.config.length, prefix: this.config.prefix };
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return Object.fromEntries(Object.entries(this.synthesizeAttributes()).map(([name, value]) => [name, { value, isBlock: false }]));
  }
}
