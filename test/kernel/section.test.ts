import { Eip } from "@cdktf/provider-aws/lib/eip";
import { bind, type Construct, fromVariables, type Handles, local, type ModuleDefinition, moduleFiles, resource, section, template, text } from "../../kernel";
import { floor, synthModule } from "../synth";

const inputs = { name: text() };

function moduleOf(build: (scope: Construct, handles: Handles<typeof inputs>) => void): ModuleDefinition {
  return { name: "it", doc: "A module.", inputs, build: (scope) => build(scope, bind(scope, inputs, fromVariables)), example: 'name = "it"' };
}

const address = (scope: Construct, id: string, name: unknown) => void resource(Eip, scope, id, { address: name as string });

const definition = moduleOf((scope, { name }) => {
  const forOne = local(scope, "for_one", template`${name}-1`);
  const behind = local(scope, "behind", template`${name}-2`);
  const throughBehind = local(scope, "through_behind", template`${behind}-3`);
  const forTwo = local(scope, "for_two", template`${name}-4`);
  address(scope, "heart", name);
  const made = section(scope, "one", () => {
    const own = local(scope, "own", template`${name}-5`);
    address(scope, "first", template`${forOne}${throughBehind}${forTwo}`);
    section(scope, "two", () => address(scope, "inner", forTwo));
    address(scope, "second", name);
    return own;
  });
  address(scope, "end", made);
});

describe("a section", () => {
  const files = moduleFiles(definition, floor);
  const stands = (path: string) => [...files[path]!.matchAll(/^  (\w+) += |^resource "aws_eip" "(\w+)"/gm)].map(([, argument, resource]) => argument ?? resource).filter((name) => name !== "address");

  it("is a file of the module, and what stands in no section is in main.tf", () => {
    expect(Object.keys(files).filter((path) => path.endsWith(".tf") && !path.includes("/"))).toEqual(["main.tf", "one.tf", "two.tf", "variables.tf", "versions.tf"]);
    expect(stands("two.tf")).toEqual(["inner"]);
  });

  it("keeps its own locals, and takes those of the heart that it alone reads, through others too", () => {
    expect(stands("one.tf")).toEqual(["for_one", "behind", "through_behind", "own", "first", "second"]);
    expect(stands("main.tf")).toEqual(["for_two", "heart", "end"]);
  });

  it("changes no address", () => {
    expect(Object.keys(synthModule(definition)["resource"].aws_eip)).toEqual(["heart", "first", "inner", "second", "end"]);
  });

  it.each(["main", "variables", "outputs", "versions", "moved"])("cannot be called %s", (name) => {
    expect(() => moduleFiles(moduleOf((scope) => section(scope, name, () => undefined)), floor)).toThrow(`bug: a section cannot be called ${name}: every module has a file of that name`);
  });
});
