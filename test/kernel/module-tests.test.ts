import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { bind, fromVariables, type ModuleDefinition, moduleFiles, outputs, resource, template, text } from "../../kernel";
import { inFolder, runTerraform } from "../harness";
import { floor } from "../synth";

const inputs = { name: text() };

const definition: ModuleDefinition = {
  name: "two-words",
  doc: "A module.",
  inputs,
  build: (scope) => {
    const { name } = bind(scope, inputs, fromVariables);
    const endpoint = resource(VpcEndpoint, scope, "this", { vpcId: "vpc-0", serviceName: template`com.amazonaws.us-east-1.${name}` });
    outputs(scope, { id: { value: endpoint.id, doc: "Id." } });
  },
  example: 'name = "s3"',
  complete: '# Why it is so.\nname = "sts"',
  tests: {
    mocks: { aws_vpc_endpoint: { id: 'vpce-"${x}"' }, aws_vpc: { id: "vpc-0" } },
    complete: { 'the id is "made", not ${read}': 'startswith(module.two_words.id, "vpce-")' },
    plans: {
      "A name's length is judged": { given: 'name = ""', refusedBy: "var.name" },
      "another name": { given: 'name = "ec2"', holds: { "it is in the service's name": 'endswith(aws_vpc_endpoint.this.service_name, ".ec2")' } },
    },
  },
};

const files = moduleFiles(definition, floor);

it("the complete example is a call with its arguments as they were written", () => {
  expect(files["examples/complete/main.tf"]).toBe('module "two_words" {\n  source = "../.."\n\n  # Why it is so.\n  name = "sts"\n}\n');
});

it("an example is a root that can be copied: its providers are configured and required, and it gives what the module gives", () => {
  expect(files["examples/minimal/providers.tf"]).toBe('provider "aws" {\n  region = "us-east-1"\n}\n');
  expect(files["examples/minimal/versions.tf"]).toBe(files["versions.tf"]);
  expect(files["examples/minimal/outputs.tf"]).toBe('output "id" {\n  description = "Id."\n  value       = module.two_words.id\n}\n');
});

it("tests are written from claims: mocks of what is made, the smallest call, the complete example, further plans", async () => {
  expect(files["tests/two-words.tftest.hcl"]).toBe(`mock_provider "aws" {
  mock_resource "aws_vpc_endpoint" {
    defaults = {
      id = "vpce-\\"$\${x}\\""
    }
  }
}

variables {
  name = "s3"
}

run "the_smallest_call_plans" {
  command = plan
}

run "the_complete_example_applies" {
  module {
    source = "./examples/complete"
  }

  providers = {
    aws = aws
  }

  assert {
    condition     = startswith(module.two_words.id, "vpce-")
    error_message = "the id is \\"made\\", not $\${read}"
  }
}

run "a_name_s_length_is_judged" {
  command = plan

  variables {
    name = ""
  }

  expect_failures = [var.name]
}

run "another_name" {
  command = plan

  variables {
    name = "ec2"
  }

  assert {
    condition     = endswith(aws_vpc_endpoint.this.service_name, ".ec2")
    error_message = "it is in the service's name"
  }
}
`);
  await expect(inFolder(files, (folder) => runTerraform({ terraformDir: folder }, ["fmt", "-check", "-recursive", "-diff"]))).resolves.toMatchObject({ stdout: "" });
});

it("a module without either has neither", () => {
  const { complete: _, tests: __, ...rest } = definition;
  const paths = Object.keys(moduleFiles(rest, floor)).filter((path) => /complete|tests/.test(path));
  expect(paths).toEqual([]);
});
