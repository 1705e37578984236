import { type Construct, destroyScript, type Expr, present, tf } from "../../kernel";
import { drainScript } from "./drain-script";
import type { ControllerHandles } from "./inputs";

/**
 * Stands between the controller and what it works for: destroyed after ingresses and services and before the controller,
 * it waits until AWS has nothing left of theirs. It is there even when it does not wait, because to take it out of the
 * configuration would run it.
 */
export function drainBeforeDestroy(scope: Construct, { clusterName, region, drain }: ControllerHandles, release: Expr<unknown>) {
  return destroyScript(scope, "drain", {
    comment: "A destroy waits here until AWS has nothing left of what the controller made.",
    path: "scripts/drain-load-balancers.sh",
    content: drainScript,
    environment: {
      cluster: clusterName,
      region,
      timeout_seconds: tf<number>`${present(drain)} ? ${drain}.timeout_minutes * 60 : 0`,
      profile: tf<string>`try(coalesce(${drain}.profile), "")`,
      role_arn: tf<string>`try(coalesce(${drain}.role_arn), "")`,
    },
    dependsOn: [release],
  });
}
