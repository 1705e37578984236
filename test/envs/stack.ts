import { join } from "node:path";
import { tmpdir } from "node:os";
import { checkEnvironment } from "../../envs/checks";
import type { Environment } from "../../envs/environment";
import { environmentStack } from "../../envs/wiring";
import { PlatformApp, refuse } from "../../kernel";
import type { Json } from "../synth";

/** The Terraform JSON of an environment. Nothing is written. */
export function stackOf(data: Environment): Json {
  const { environment, problems } = checkEnvironment(data);
  refuse(problems);
  return environmentStack(new PlatformApp({ outdir: join(tmpdir(), "never-written") }), environment!).toJson();
}
