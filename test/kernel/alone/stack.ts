import { PlatformApp, PlatformStack, runProgram } from "../../../kernel";
import { LocalBackend } from "../../../kernel/framework";
import { Pets, target } from "./pets";

/** The same construct in a stack with data, as Terraform JSON in `outdir`. */
export function synthesize(outdir: string): void {
  runProgram(() => {
    const app = new PlatformApp({ outdir });
    const stack = new PlatformStack(app, "servers", target);
    new LocalBackend(stack, { path: "terraform.tfstate" });
    new Pets(stack, "pets", { pets: { web: {}, mail: { words: 3 } } });
    app.synth();
  });
}
