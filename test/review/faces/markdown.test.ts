import { markdown } from "../../../review/faces/markdown";
import { code, plain, quoted } from "../../../review/faces/markdown-text";
import type { AttributeChange, PlannedLayer, Review } from "../../../review/report/review";
import { cloudRun, hostile, nodeGroupReplaced, refused, samples, unchanged, value } from "../samples";

const [layer] = hostile.layers as readonly [PlannedLayer];
const lines = (review: Review) => markdown(review).split("\n");

it.each(Object.entries(samples))("begins with a marker that names the environment: %s", (_name, review) => {
  expect(markdown(review)).toMatch(new RegExp(`^<!-- eks-platform review ${review.environment} -->\n\n## Review of ${review.environment}: `));
});

it("says in one line that nothing changes", () => {
  expect(markdown(unchanged)).toBe(`<!-- eks-platform review dev -->

## Review of dev: no changes

**nothing changes**

commit efd1ca5, 2026-11-22 05:41 UTC, planned locally, costs &#36;\u200b214.62 a month, as before
`);
});

it("tells of a replaced node group why, and of what changes in place every attribute", () => {
  expect(markdown(nodeGroupReplaced)).toContain(`### Replaced

- \`+/-\` replaces node group system: 3 nodes drain, the new ones are there first<br>
  cluster: \`aws_eks_node_group.node_groups_this["system"]\`<br>
  because \`instance_types[0]\`: \`"m6g.large"\` → \`"m7g.large"\`<br>
  known after apply: arn, node\\_group\\_name

### Changed in place

- \`~\` launch template system: the nodes of its group are replaced one after the other<br>
  cluster: \`aws_launch_template.node_groups_this["system"]\`<br>
  known after apply: latest\\_version

  | Attribute | Before | After |
  |---|---|---|
  | \`block_device_mappings[0].ebs[0].volume_size\` | \`20\` | \`40\` |
  | \`user_data\` | (sensitive value) | (sensitive value) |
  | \`tags["team"]\` | nothing | \`"platform"\` |
`);
});

it("has the sections of the terminal in the same order", () => {
  expect(lines(refused).filter((line) => line.startsWith("### "))).toEqual([
    "### Destroyed or replaced",
    "### Refused",
    "### Allowed, with a reason",
    "### Changed in place",
    "### Access widened",
    "### Created",
    "### No longer managed",
    "### Changed outside of Terraform since the last deploy",
    "### Cost: &#36;\u200b214.62 → &#36;\u200b213.62 a month (-&#36;\u200b1.00)",
    "### Differs from the environment before it",
    "### Outputs",
    "### Layers",
  ]);
});

it("links the runs of Terraform Cloud, and has errors in Terraform's own lines", () => {
  expect(markdown(cloudRun)).toContain(`- \`!\` platform could not be planned<br>
  <https://app.terraform.io/app/example/runs/run-platform>

  \`\`\`text
  Error: Kubernetes cluster unreachable: the server has asked for the client to provide credentials

    with helm_release.load_balancer_controller,`);
});

describe("what somebody wrote stays text", () => {
  it.each([
    ["<img src=x> & **bold** _it_ [a](b)", "\\<img src=x\\> \\& \\*\\*bold\\*\\* \\_it\\_ \\[a\\](b)"],
    ["a | b", "a \\| b"],
    ["@everyone at 9 @ noon", "@\u200beveryone at 9 @ noon"],
    ["closes #12 and !12", "closes #\u200b12 and !\u200b12"],
    ["a $x$ b", "a &#36;\u200bx&#36; b"],
    ["first\n/merge\n# second", "first /merge # second"],
    ["--> <!--", "--\\> \\<!--"],
    ["größe 日本語 \u202eevil", "größe 日本語 \\\\u202eevil"],
  ])("%j", (text, expected) => expect(plain(text)).toBe(expected));

  it.each([
    ['tags["team"]', '`tags["team"]`'],
    ["", "<code></code>"],
    ["a|b", "<code>a&#124;b</code>"],
    ["`", "<code>&#96;</code>"],
    ["a\nb", "`a b`"],
    ["c:\\|</code>@x", "<code>c&#58;&#92;&#124;&#60;&#47;code&#62;&#64;x</code>"],
  ])("as code: %j", (text, expected) => expect(code(text)).toBe(expected));

  it("as a quote: the fence is longer than any in it", () => {
    expect(quoted("a\n````\n/close")).toEqual(["`````text", "a", "````", "/close", "`````"]);
  });

  it("in a whole review: no tag but our own, and no line that begins with what is not ours", () => {
    const all = markdown({ ...hostile, layers: [...hostile.layers, { layer: "platform", outcome: "failed", error: "</details>\n/close\n```\n| a |" }] });
    const outside = all.replaceAll(/^ *(`{3,})text\n[^]*?\n *\1$/gm, "").replaceAll(/`[^`\n]+`/g, "");
    const tags = [...outside.matchAll(/(?<!\\)<\/?(\w+)/g)].map(([, tag]) => tag);
    expect([...new Set(tags)].sort()).toEqual(["br", "code", "sub"]);
    expect(outside.split("\n").filter((line) => !/^(|<!-- eks-platform review dev -->|#{2,3} .*|\*\*.*|commit .*|- .*| {2}.*|<sub>.*)$/.test(line))).toEqual([]);
  });
});

describe("what is long", () => {
  const attribute = (index: number): AttributeChange => ({ path: `tags["team-${index}"]`, before: value("a"), after: value(`b|${"c".repeat(100)}`) });
  const updated = (count: number) => Array.from({ length: count }, (_, index) => ({ address: `aws_iam_role.this["${index}"]`, type: "aws_iam_role", what: `IAM role ${index}`, attributes: [attribute(index)] }));
  const review = (count: number): Review => ({ ...refused, layers: [{ ...(refused.layers[1] as PlannedLayer), updated: updated(count) }] });

  it.each([[12, ""], [13, "and 1 more"], [2000, "and 1,988 more"]])("of %d entries the first twelve are open", (count, folded) => {
    const [, section = ""] = markdown(review(count)).split("### Changed in place\n");
    const [open = "", rest = ""] = section.split("### ")[0]!.split("<details>\n");
    expect(open.match(/^- /gm)).toHaveLength(12);
    expect(rest.slice(0, rest.indexOf("\n"))).toBe(folded && `<summary>${folded}</summary>`);
  });

  it.each([[12, false], [13, true]])("%d attributes: folded is %s", (count, folded) => {
    const attributes = Array.from({ length: count }, (_, index) => attribute(index));
    const text = markdown({ ...hostile, layers: [{ ...layer, updated: [{ ...updated(1)[0]!, attributes }] }] });
    expect(text.includes(`  <details>\n  <summary>${count} attributes</summary>\n\n  | Attribute`)).toBe(folded);
  });

  it("is cut by whole sections, with a sentence that names them and where the rest is", () => {
    const text = markdown(review(2000), { limit: 12_000, whole: "the page of this job" });
    expect(text.length).toBeLessThan(12_000);
    expect(text).toContain("Too long for this place, and left out: Changed in place. All of it is in the page of this job.");
    expect(text).not.toContain("IAM role 1<br>");
    expect(text).toContain("### Destroyed or replaced");
    expect(text).toContain("### Outputs");
  });

  it("counts what a section has besides its first hundred", () => {
    expect(markdown(review(101))).toContain("\n- and 1 more\n");
    expect(markdown(review(100))).not.toContain("- and ");
  });

  it("fits a comment of GitHub, whatever the plan", () => {
    const texts = Array.from({ length: 2000 }, (_, index) => ({ ...refused.guards[0]!, sentence: `${index} `.repeat(100) }));
    expect(markdown({ ...review(2000), guards: texts }).length).toBeLessThanOrEqual(65_536);
  });
});
