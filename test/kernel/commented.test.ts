import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { bind, blockWhen, commented, type Construct, fromVariables, type Handles, json, local, type ModuleDefinition, moduleFiles, present, resource, template, text, tf } from "../../kernel";
import { floor, synthModule } from "../synth";

const inputs = { name: text() };

function moduleOf(build: (scope: Construct, handles: Handles<typeof inputs>) => void): ModuleDefinition {
  return { name: "it", doc: "A module.", inputs, build: (scope) => build(scope, bind(scope, inputs, fromVariables)), example: 'name = "it"' };
}

/** The same body with comments and without. */
const body = (because: typeof commented) =>
  moduleOf((scope, { name }) => {
    const plain = local(scope, "plain", template`${name}-1`);
    const reasoned = local(scope, "reasoned", because(template`${name}-2`, "A local."));
    resource(LaunchTemplate, scope, "this", {
      name: plain,
      imageId: because(reasoned, "An argument."),
      keyName: name,
      monitoring: because({ enabled: true }, "A block."),
      metadataOptions: { httpEndpoint: "enabled", httpTokens: because("required", "Inside a block.") },
      tagSpecifications: because([{ resourceType: "instance" }, { resourceType: "volume" }], "The first of two."),
      placement: because(blockWhen(present(name), { tenancy: because("dedicated", "Inside one that is there or not.") }), "There or not."),
      lifecycle: { createBeforeDestroy: true, ignoreChanges: because(["image_id"], "In the lifecycle.") },
      dependsOn: because([tf`${name}`], "What comes before."),
    });
  });

const definition = body(commented);

describe("a comment", () => {
  it("stands above its argument, nested block or local in the published module", () => {
    expect(moduleFiles(definition, floor)["main.tf"]).toBe(`locals {
  plain = "\${var.name}-1"

  # A local.
  reasoned = "\${var.name}-2"
}

resource "aws_launch_template" "this" {
  name = local.plain
  # An argument.
  image_id = local.reasoned
  key_name = var.name

  # A block.
  monitoring {
    enabled = true
  }

  metadata_options {
    http_endpoint = "enabled"
    # Inside a block.
    http_tokens = "required"
  }

  # The first of two.
  tag_specifications {
    resource_type = "instance"
  }

  tag_specifications {
    resource_type = "volume"
  }

  # There or not.
  dynamic "placement" {
    for_each = var.name != null ? [true] : []

    content {
      # Inside one that is there or not.
      tenancy = "dedicated"
    }
  }

  lifecycle {
    create_before_destroy = true
    # In the lifecycle.
    ignore_changes = [image_id]
  }

  # What comes before.
  depends_on = [var.name]
}
`);
  });

  it("is nothing in a stack", () => {
    expect(synthModule(definition)).toEqual(synthModule(body((value) => value)));
  });

  it("cannot stand inside a value", () => {
    const inside = moduleOf((scope) => resource(LaunchTemplate, scope, "this", { userData: json({ a: commented("b", "Why.") }) }));
    expect(() => moduleFiles(inside, floor)).toThrow('bug: the comment "Why." stands on a part of a value: only arguments, nested blocks and locals have one');
  });
});
