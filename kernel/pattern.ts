/** What `\s` stands for in RE2, which Terraform uses. JavaScript's has vertical tabs and Unicode spaces, too. */
const SPACE = "\\t\\n\\f\\r ";

/**
 * A pattern that both languages can read, as JavaScript must run it to judge as Terraform does: by code points, `.` for
 * everything but a line feed, `\s` for ASCII alone.
 */
export function asTerraformMatches(source: string): RegExp {
  let inClass = false;
  const same = source.replace(/\\[^]|[[\].]/g, (token) => {
    if (token === "[") inClass = true;
    if (token === "]") inClass = false;
    if (token === "\\s") return inClass ? SPACE : `[${SPACE}]`;
    if (token === "\\S" && !inClass) return `[^${SPACE}]`;
    if (token === "\\S") throw new Error(`bug: \\S inside brackets in ${source}: write what it stands for`);
    return token === "." && !inClass ? "[^\\n]" : token;
  });
  return new RegExp(same, "u");
}
