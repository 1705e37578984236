import { tf, text } from "./expression";
import { type Construct, TerraformData } from "./framework";
import type { Expr, Handle } from "./handle";
import { type Binding, resource } from "./resource";
import { PlatformStack } from "./stack";

export interface DestroyScript {
  /** Where the script stands beside the configuration. */
  readonly path: string;
  /** A script of `sh`. */
  readonly content: string;
  /** What the script finds in its environment, by name. */
  readonly environment: Readonly<Record<string, string | number | Expr<string | number>>>;
  readonly dependsOn: readonly Expr<unknown>[];
  readonly comment?: string;
}

/**
 * A script that runs when Terraform destroys what waits for this, and before it destroys what this waits for; when it
 * fails, so does the destroy. A script reads nothing but its own resource: what it needs is kept in the state, and no
 * secret may stand in it.
 */
export function destroyScript(scope: Construct, id: string, { path, content, environment, ...meta }: DestroyScript): Handle<{ readonly id: string }> {
  PlatformStack.of(scope).ship(path, content);
  const provisioner = { type: "local-exec", when: "destroy", interpreter: ["sh"], command: text`${tf`path.module`}/${path}`, environment: tf`self.input` };
  return resource(TerraformData as unknown as Binding<{ readonly id: string }, object>, scope, id, { input: environment, provisioners: [provisioner], ...meta } as object);
}
