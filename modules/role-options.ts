import { arnPatterns } from "../aws/arn-patterns";
import { matches, nullable, text } from "../kernel";

/** What every role that is made here has in common. */
export const roleOptions = {
  rolePath: text({
    default: "/",
    doc: "Path of the roles that are made here, such as `/platform/`. To change it replaces them.",
    // Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html, read 2026-11-21.
    rules: [matches("role-path", /^\/([!-~]{1,510}\/)?$/, "a path that begins and ends with a slash")],
  }),
  permissionsBoundary: nullable(
    text({
      doc: "ARN of the policy that bounds the permissions of the roles that are made here.",
      rules: [matches("permissions-boundary", arnPatterns.iamPolicy, "the ARN of an IAM policy")],
    }),
  ),
};
