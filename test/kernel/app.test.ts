import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bind, Construct, local, moduleCall, outputs, PlatformApp, PlatformStack, resource, secretVariable, text, tf } from "../../kernel";
import { LocalBackend, S3Backend } from "../../kernel/framework";
import { floor, problemsOf, synthStack } from "../synth";
import { Probe } from "./probe";

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "app-"));
});
afterEach(() => rmSync(outdir, { recursive: true, force: true }));

const s3 = (stack: PlatformStack, key = stack.node.id, bucket = "b") => new S3Backend(stack, { bucket, key, region: "us-east-1" });
const stackIn = (scope: Construct, id: string) => new PlatformStack(scope, id, floor);
const synth = (build: (app: PlatformApp) => void) =>
  problemsOf(() => {
    const app = new PlatformApp({ outdir });
    build(app);
    app.synth();
  });
const written = (name: string) => JSON.parse(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"));

describe("an app refuses what would go wrong between stacks", () => {
  it.each([
    {
      title: "no backend",
      build: (app: PlatformApp) => void stackIn(app, "dev"),
      sentences: ["dev: expected one backend, got 0; where a state is kept is never left to chance   [explicit-backend]"],
    },
    {
      title: "two backends",
      build: (app: PlatformApp) => {
        const stack = stackIn(app, "dev");
        s3(stack);
        new LocalBackend(new Construct(stack, "inside"), { path: "x" });
      },
      sentences: ["dev: expected one backend, got 2; where a state is kept is never left to chance   [explicit-backend]"],
    },
    {
      title: "two stacks of one name, in different places",
      build: (app: PlatformApp) => {
        s3(stackIn(new Construct(app, "a"), "dev"), "1");
        s3(stackIn(new Construct(app, "b"), "dev"), "2");
      },
      sentences: ['b/dev: expected a stack name of its own, got "dev"; a/dev has it   [stack-name]'],
    },
    {
      title: "a stack in a stack of the same name",
      build: (app: PlatformApp) => {
        const outer = stackIn(app, "dev");
        s3(outer, "1");
        s3(stackIn(outer, "dev"), "2");
      },
      sentences: ['dev/dev: expected a stack name of its own, got "dev"; dev has it   [stack-name]'],
    },
    {
      title: "two stacks with one state",
      build: (app: PlatformApp) => {
        s3(stackIn(app, "dev"), "k");
        s3(stackIn(app, "prod"), "k");
      },
      sentences: ['prod: expected a state of its own, got "s3://b/k"; dev has it   [state-key]'],
    },
    {
      title: "two stacks with one local file",
      build: (app: PlatformApp) => ["dev", "prod"].forEach((id) => new LocalBackend(stackIn(app, id), { path: "/state/terraform.tfstate" })),
      sentences: ['prod: expected a state of its own, got "/state/terraform.tfstate"; dev has it   [state-key]'],
    },
    {
      title: "everything at once",
      build: (app: PlatformApp) => {
        s3(stackIn(app, "dev"), "k");
        s3(stackIn(app, "prod"), "k");
        stackIn(app, "third");
        stackIn(new Construct(app, "a"), "dev");
      },
      sentences: [
        "third: expected one backend, got 0; where a state is kept is never left to chance   [explicit-backend]",
        "a/dev: expected one backend, got 0; where a state is kept is never left to chance   [explicit-backend]",
        'a/dev: expected a stack name of its own, got "dev"; dev has it   [stack-name]',
        'prod: expected a state of its own, got "s3://b/k"; dev has it   [state-key]',
      ],
    },
  ])("$title", ({ build, sentences }) => {
    expect(synth(build)).toEqual(sentences);
    expect(() => written("dev")).toThrow("ENOENT");
  });

  it("stacks with a state each are written", () => {
    expect(
      synth((app) => {
        s3(stackIn(app, "dev"), "k");
        s3(stackIn(app, "prod"), "k", "other");
        ["c", "d"].forEach((id) => new LocalBackend(stackIn(app, id), { path: "terraform.tfstate" }));
      }),
    ).toEqual([]);
    expect(written("prod").terraform.backend).toEqual({ s3: { bucket: "other", key: "k", region: "us-east-1" } });
  });
});

describe("nothing that only JavaScript or the framework knows leaves a stack", () => {
  const withValue = (value: string) => (app: PlatformApp) => {
    const stack = stackIn(app, "dev");
    s3(stack);
    new Probe(stack, "made", { input: { a: "b" } });
    new Probe(stack, "it", { input: { value } });
  };
  const leaked = (text: string, path = "resource.terraform_data.it.input.value") =>
    `dev ${path}: expected plain Terraform text, got ${JSON.stringify(text)}; a value that only the framework or JavaScript knows has leaked into the output   [residue]`;

  it.each(["${undefined}", "${var.x == undefined ? 1 : 2}", "${[object Object]}", "${aws_subnet.x.*.id}", "${NaN}", "a <unresolved-token>"])("%s is refused", (text) => {
    expect(synth(withValue(text))).toEqual([leaked(text)]);
  });

  it.each(["undefined", "NaN is not a number", "a.*.b", "$${undefined}"])("plain text may say %s", (text) => {
    expect(synth(withValue(text))).toEqual([]);
  });

  it("a framework token is resolved by the framework itself", () => {
    const build = (app: PlatformApp) => {
      const stack = stackIn(app, "dev");
      s3(stack);
      const made = new Probe(stack, "made", { input: { a: "b" } });
      new Probe(stack, "it", { input: { id: made.id, name: `${made.id}-x`, all: made.list as never } });
    };
    expect(synth(build)).toEqual([]);
    expect(written("dev").resource.terraform_data.it.input).toEqual({ id: "${terraform_data.made.id}", name: "${terraform_data.made.id}-x", all: "${terraform_data.made.list}" });
    expect(JSON.stringify(written("dev"))).not.toMatch(/TfToken|tftoken/i);
    // terraform_data is of no provider.
    expect(written("dev").terraform.required_providers).toEqual({});
  });

  it("a number that is a token is resolved, too, and one in plain text is found", () => {
    const build = (app: PlatformApp) => {
      const stack = stackIn(app, "dev");
      s3(stack);
      const { size } = new Probe(stack, "made", {});
      new Probe(stack, "it", { input: { number: size as never, text: `\${${size} + 1}` } });
    };
    expect(synth(build)).toEqual([]);
    expect(written("dev").resource.terraform_data.it.input).toEqual({ number: "${terraform_data.made.size}", text: "${${terraform_data.made.size} + 1}" });
  });

  it("users' data may say anything", () => {
    const json = synthStack((stack) => {
      const it = new Construct(stack, "it");
      const inputs = bind(it, { note: text() }, { note: "TfToken[x] ${a == undefined}" });
      outputs(it, { note: { doc: "Note.", value: inputs.note } });
      expect(stack.check()).toEqual([]);
    });
    expect(json["variable"]["it"]["default"]).toEqual({ note: "TfToken[x] ${a == undefined}" });
  });
});

describe("two elements of one address are refused, not merged", () => {
  const nested = (stack: PlatformStack) => [new Construct(stack, "a"), new Construct(new Construct(stack, "a_b"), "c"), new Construct(stack, "a_b_c")] as const;

  it.each([
    {
      title: "resources",
      build: (stack: PlatformStack) => {
        const [a, , c] = nested(stack);
        resource(Probe, c, "d", { input: { a: "1" } });
        resource(Probe, a, "b_c_d", { input: { a: "2" } });
      },
      sentence: 'test/a_b_c/terraform_data.d: expected a Terraform address of its own, got "terraform_data.a_b_c_d"; test/a/terraform_data.b_c_d has it   [address-collision]',
    },
    {
      title: "locals",
      build: (stack: PlatformStack) => {
        const [a, , c] = nested(stack);
        local(c, "d", tf`1`);
        local(a, "b_c_d", tf`2`);
      },
      sentence: 'test/a/local.b_c_d: expected a Terraform address of its own, got "local.a_b_c_d"; test/a_b_c/local.d has it   [address-collision]',
    },
    {
      title: "the variables of constructs",
      build: (stack: PlatformStack) => {
        const [, b, c] = nested(stack);
        bind(b, { x: text() }, { x: "1" });
        bind(c, { x: text() }, { x: "2" });
      },
      sentence: 'test/a_b_c/inputs: expected a Terraform address of its own, got "var.a_b_c"; test/a_b/c/inputs has it   [address-collision]',
    },
    {
      title: "a construct's variable and a secret",
      build: (stack: PlatformStack) => {
        bind(new Construct(stack, "db"), { x: text() }, { x: "1" });
        secretVariable(stack, "db", { doc: "Password." });
      },
      sentence: 'test/var.db: expected a Terraform address of its own, got "var.db"; test/db/inputs has it   [address-collision]',
    },
    {
      title: "outputs",
      build: (stack: PlatformStack) => {
        const [, b, c] = nested(stack);
        outputs(b, { x: { doc: "X.", value: tf`1` } });
        outputs(c, { x: { doc: "X.", value: tf`2` } });
      },
      sentence: 'test/a_b_c/outputs: expected a Terraform address of its own, got "output.a_b_c_x"; test/a_b/c/outputs has it   [address-collision]',
    },
    {
      title: "module calls",
      build: (stack: PlatformStack) => {
        const [a, , c] = nested(stack);
        moduleCall(c, "d", { source: "./x", inputs: {} });
        moduleCall(a, "b_c_d", { source: "./x", inputs: {} });
      },
      sentence: 'test/a/module.b_c_d: expected a Terraform address of its own, got "module.a_b_c_d"; test/a_b_c/module.d has it   [address-collision]',
    },
  ])("$title", ({ build, sentence }) => {
    const attempt = () => synthStack(build);
    expect(problemsOf(attempt)).toEqual([sentence]);
    expect(attempt).toThrow(expect.objectContaining({ name: "ProblemsError" }));
  });

  it("two outputs of a construct that its stack would call the same are a bug", () => {
    const id = { doc: "Id.", value: tf`1` };
    expect(() => synthStack((stack) => outputs(new Construct(stack, "cluster"), { id, clusterId: id }))).toThrow("bug: two outputs of test/cluster are called cluster_id");
  });

  it("a managed resource and a data source may share a name", () => {
    expect(
      problemsOf(() =>
        synthStack((stack) => {
          resource(Probe, stack, "x", { input: { a: "1" } });
          local(stack, "x", tf`1`);
          outputs(stack, { x: { doc: "X.", value: tf`1` } });
        }),
      ),
    ).toEqual([]);
  });

  it("what is not set is not written", () => {
    const json = synthStack((stack) => void resource(Probe, stack, "x", {}));
    expect(Object.keys(json["resource"]["terraform_data"]["x"])).toEqual([]);
  });

  it("names that the framework uses for itself are names like any other", () => {
    const json = synthStack((stack) => {
      local(stack, "overrides", tf`1`);
      outputs(stack, { overrides: { doc: "X.", value: tf`1` } });
      bind(new Construct(stack, "overrides"), { overrides: text() }, { overrides: "x" });
      resource(Probe, stack, "overrides", { input: { "//": "x", overrides: "y", __proto__x: "z" } });
    });
    expect([json["locals"], Object.keys(json["output"]), json["variable"]["overrides"]["default"], json["resource"]["terraform_data"]["overrides"]["input"]]).toEqual([
      { overrides: "${1}" },
      ["overrides"],
      { overrides: "x" },
      { "//": "x", overrides: "y", __proto__x: "z" },
    ]);
  });
});
