import { bind, Construct, fromVariables, type GivenInputs, map, type ModuleDefinition, number, object, outputs, project, resource, type Target, whole } from "../../../kernel";
import { RandomPet } from "./random-pet";

/** The provider, and the oldest version of it that users may run. */
export const target: Target = { provider: "random", source: "hashicorp/random", floor: "3.5.0", constraint: ">= 3.5, < 4.0" };

const inputs = {
  pets: map(object({ words: number({ default: 2, doc: "Words in the name.", rules: [whole("pet-words", 1, 5)] }) }), { doc: "Pets by what stands before their names." }),
};

/** Names for servers. */
export class Pets extends Construct {
  constructor(scope: Construct, id: string, given: GivenInputs<typeof inputs>) {
    super(scope, id);
    const { pets } = bind(this, inputs, given);
    const made = resource(RandomPet, this, "this", { forEach: pets, length: pets.each.value.words, prefix: pets.each.key });
    outputs(this, { names: { value: project(made, (_, pet) => pet.id, ["key", "pet"]), doc: "Names by key." } });
  }
}

export const petsModule: ModuleDefinition = {
  name: "pets",
  doc: "Names for servers.",
  inputs,
  build: (scope) => void new Pets(scope, "pets", fromVariables),
  example: "pets = {\n  web = {}\n}",
};
