import { arnPatterns } from "../aws/arn-patterns";
import { profileName } from "../aws/kubeconfig";
import { type Construct, type Data, destroyScript, type Expr, matches, nullable, number, object, present, text, tf, whole } from "../kernel";
import { type Drained, drainScript } from "./drain-script";

/** How a destroy waits. `doc` says for what. */
export function drainInput(doc: string) {
  const fields = {
    timeoutMinutes: number({ default: 15, doc: "Minutes that a destroy waits.", rules: [whole("drain-timeout", 1, 50)] }),
    profile: nullable(text({ doc: "Profile of the aws command's configuration.", rules: [matches("drain-profile", profileName, "the name of a profile")] })),
    roleArn: nullable(text({ doc: "Role that the aws command assumes. It needs tag:GetResources.", rules: [matches("drain-role", arnPatterns.iamRole, "the ARN of an IAM role")] })),
  };
  return nullable(object(fields, { default: {}, doc: `${doc} Needs the aws command where Terraform runs; null does not wait.` }));
}

type Drain = Data<{ readonly drain: ReturnType<typeof drainInput> }>["drain"];

interface Draining {
  readonly clusterName: Expr<string>;
  readonly region: Expr<string>;
  readonly drain: Expr<Drain>;
}

/**
 * Stands between what makes things in AWS and what it works for: destroyed after the latter and before the former, it
 * waits until AWS has nothing left of them. It is there even when it does not wait, because to take it out of the
 * configuration would run it.
 */
export function drainBeforeDestroy(scope: Construct, drained: Drained, { clusterName, region, drain }: Draining, makers: readonly Expr<unknown>[]) {
  return destroyScript(scope, "drain", {
    comment: `A destroy waits here until AWS has no ${drained.what} left.`,
    path: `scripts/${drained.name}.sh`,
    content: drainScript(drained),
    environment: {
      cluster: clusterName,
      region,
      timeout_seconds: tf<number>`${present(drain)} ? ${drain}.timeout_minutes * 60 : 0`,
      profile: tf<string>`try(coalesce(${drain}.profile), "")`,
      role_arn: tf<string>`try(coalesce(${drain}.role_arn), "")`,
    },
    dependsOn: makers,
  });
}
