import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Construct, moduleFiles, PlatformApp, PlatformStack } from "../../kernel";
import { LocalBackend } from "../../kernel/framework";
import { floor, problemsOf, synthStack } from "../synth";

const ship = (scope: Construct) => PlatformStack.of(scope).ship("charts/it/Chart.yaml", "name: ${it}\n");

describe("files beside a configuration", () => {
  it("stand in a module as they are", () => {
    const files = moduleFiles({ name: "it", doc: "It.", inputs: {}, example: "", build: ship }, floor);
    expect(files["charts/it/Chart.yaml"]).toBe("name: ${it}\n");
  });

  it("stand in a stack's folder once it is synthesized, without those of an earlier synth", () => {
    const outdir = mkdtempSync(join(tmpdir(), "shipped-"));
    try {
      mkdirSync(join(outdir, "stacks/dev/charts/it"), { recursive: true });
      for (const old of ["charts/it/gone.yaml", "terraform.tfstate"]) writeFileSync(join(outdir, "stacks/dev", old), "old");
      const app = new PlatformApp({ outdir });
      const stack = new PlatformStack(app, "dev", floor);
      new LocalBackend(stack, { path: "terraform.tfstate" });
      ship(new Construct(stack, "inside"));
      stack.ship("charts/it/icon.png", Uint8Array.of(0x89, 0xff, 0));
      app.synth();
      const written = (path: string) => readFileSync(join(outdir, "stacks", "dev", path));
      expect(written("charts/it/Chart.yaml").toString()).toBe("name: ${it}\n");
      expect([...written("charts/it/icon.png")]).toEqual([0x89, 0xff, 0]);
      expect(existsSync(join(outdir, "stacks/dev/charts/it/gone.yaml"))).toBe(false);
      expect(written("terraform.tfstate").toString()).toBe("old");
      expect(JSON.parse(written("cdk.tf.json").toString()).terraform.backend.local).toEqual({ path: "terraform.tfstate" });
    } finally {
      rmSync(outdir, { recursive: true, force: true });
    }
  });

  it("may be shipped by two constructs when they are the same, and not when they differ", () => {
    const twice = (content: string | Uint8Array) => () =>
      synthStack((stack) => {
        [new Construct(stack, "a"), new Construct(stack, "b")].forEach(ship);
        stack.ship("charts/it/Chart.yaml", content);
      });
    expect(problemsOf(twice("name: ${it}\n"))).toEqual([]);
    expect(problemsOf(twice(Buffer.from("name: ${it}\n")))).toEqual([]);
    expect(problemsOf(twice("name: other\n"))).toEqual(["bug: two files charts/it/Chart.yaml in test"]);
  });
});
