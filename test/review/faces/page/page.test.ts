import { createHash } from "node:crypto";
import { page } from "../../../../review/faces/page/page";
import type { PlannedLayer, Review } from "../../../../review/report/review";
import { recordedPlan } from "../../large-plan";
import { reviewOfPlans } from "../../report/planned";
import { cloudRun, hostile, refused, samples, secret, unchanged } from "../../samples";

const titles = (html: string) => [...html.matchAll(/<h2[^>]*>(.*?)(?: <span class="count">.*)?<\/h2>/g)].map(([, title]) => title);

/** Tags with the names of their attributes, without what stands in them. */
const tags = (html: string) => [...html.matchAll(/<\/?[a-z][^\s>/]*(?:\s+[a-z-]+(?:="[^"]*")?)*\s*\/?>/gi)].map(([tag]) => tag.replace(/="[^"]*"/g, ""));

/** Tags that close what is not the last opened, and what stays open. */
const unbalanced = (html: string): string[] => {
  const open: string[] = [];
  const wrong = tags(html).filter((tag) => {
    if (/^<(meta|input)|\/>$/.test(tag)) return false;
    if (tag.startsWith("</")) return tag !== `</${open.pop()}>`;
    open.push(/^<([a-z0-9]+)/i.exec(tag)![1]!);
    return false;
  });
  return [...wrong, ...open];
};

/** Everything that somebody else wrote, with more behind it. */
const withMore = (review: Review, more: string): Review => {
  const ours = new Set(["format", "kind", "exitCode", "outcome", "verb", "severity", "result", "by", "url"]);
  return JSON.parse(JSON.stringify(review), (key, value: unknown) => (typeof value === "string" && !ours.has(key) ? value + more : value)) as Review;
};

const everything: Review = { ...refused, layers: [...refused.layers, ...cloudRun.layers], addresses: cloudRun.addresses, support: cloudRun.support };

it("the parts stand in the order in which a reviewer needs them", () => {
  expect(titles(page(everything))).toEqual([
    "Destroyed or replaced",
    "Refused",
    "Allowed, with a reason",
    "Changed in place",
    "Access widened",
    "Created",
    "Imported or moved",
    "No longer managed",
    "Changed outside of Terraform since the last deploy",
    "Helm releases out of reach",
    "Cost",
    "Addresses left in subnets",
    "Versions near their end",
    "Differs from the environment before it",
    "Outputs",
    "Layers",
    "Dependencies",
  ]);
});

it("what has nothing to say is left out", () => {
  expect(titles(page(unchanged))).toEqual(["Layers"]);
});

it.each(Object.entries(samples))("%s: tags are closed in their order, headings go down by one, and no id is there twice", (_, review) => {
  const html = page(review);
  expect(unbalanced(html)).toEqual([]);
  const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  expect(levels.slice(1).filter((level, index) => level === 1 || level > levels[index]! + 1)).toEqual([]);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

it.each(['"><script>alert(1)</script>', "'><img src=x onerror=alert(1)>", "</script></style></title><script>", "</details></table><h1>", "<!--", "&quot;&lt;"])("a text that ends in %s stays a text wherever it stands", (more) => {
  const html = page(withMore(everything, more));
  expect(tags(html)).toEqual(tags(page(withMore(everything, " more"))));
  expect(html).not.toContain(more);
});

it("a sign that does not show, or that turns what follows, is shown by its number", () => {
  expect(page({ ...unchanged, environment: "de\u202Ev\u200B\u0000 größe 日本語 👩‍👩‍👧" })).toContain("<h1>Review of de\\u202ev\\u200b\\u0000 größe 日本語 👩‍👩‍👧</h1>");
});

it("an address leads to the web only", () => {
  const html = page({ ...cloudRun, layers: [{ layer: "cluster", outcome: "failed", error: "", run: { id: "run-1", url: "javascript:alert(1)", status: "errored", policies: [] } }] });
  expect(html).toContain("<p>Run run-1 ended as errored</p>");
  expect(html).not.toContain("javascript:");
});

it("of a secret the page says only that it is one", () => {
  const layer = hostile.layers[0] as PlannedLayer;
  const hidden = { ...secret, text: "hunter2" };
  const html = page({ ...hostile, layers: [{ ...layer, outputs: [{ path: "password", before: hidden, after: hidden }] }] });
  expect(html).toContain('<tr><th scope="row"><code>password</code></th><td><i>(sensitive value)</i></td><td><i>(sensitive value)</i></td></tr>');
  expect(html).not.toContain("hunter2");
});

it("nothing is loaded from anywhere, and nothing runs but the page's own style and script", () => {
  const html = page(everything);
  const own = (tag: string) => `&#39;sha256-${createHash("sha256").update(new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(html)![1]!).digest("base64")}&#39;`;
  expect(html).toContain(`content="default-src &#39;none&#39;; style-src ${own("style")}; script-src ${own("script")}; base-uri &#39;none&#39;; form-action &#39;none&#39;"`);
  expect(tags(html).filter((tag) => / (src|style|on[a-z]+)\b|^<(link|iframe|object|embed|base)/.test(tag))).toEqual([]);
  const leadingOut = [...html.matchAll(/ href="([^"#][^"]*)"/g)].map(([, address]) => address!.replace(/^https:\/\/app\.terraform\.io\/app\/example\//, ""));
  expect(leadingOut).toEqual(["runs/run-network", "runs/run-cluster", "policies/instance-families", "runs/run-platform"]);
});

it("a replacement is one line that says what it means, then why, then in which order, and only the names of what is known later", () => {
  const html = page(cloudRun);
  expect(html).toContain('<span class="verb">+/- replaces</span> <span class="sentence">node group system: 3 nodes drain, the new ones are there first</span> <span class="tag tag-disruption">disruption</span>');
  expect(html).toContain("<p>The new one is created before the old one is destroyed.</p>");
  expect(html).toMatch(/What forces the replacement<\/caption>.*\n<tr><th scope="row"><code>instance_types\[0\]<\/code><\/th><td><code>&quot;m6g.large&quot;<\/code><\/td><td><code>&quot;m7g.large&quot;<\/code><\/td><\/tr>\n<\/tbody>/);
  expect(html).toContain('<p class="quiet">Known after apply: arn, node_group_name</p>');
});

it("what changes in the same way in many resources is said once, and each of them is there", () => {
  const layer = refused.layers[1] as PlannedLayer;
  const [one] = layer.updated;
  const html = page({ ...refused, layers: [{ ...layer, updated: [one!, { ...one!, address: "aws_security_group_rule.cluster_other", what: "security group rule other" }] }] });
  expect(html).toContain('<span class="sentence">2 security group rules alike</span>');
  expect(html).toContain('<summary>1 other</summary><ul><li id="cluster%2Faws_security_group_rule.cluster_other">security group rule other ');
});

it("a guard leads to the resource that trips it", () => {
  const html = page(refused);
  const [, target] = /<a href="#([^"]*)"><code>aws_kms_key.cluster_secrets/.exec(html)!;
  expect(html).toContain(`id="${target}"`);
  expect(html).toContain("Allowed in the environment&#39;s file: “moved to the key of the account, PLAT-412”");
});

it("many of a kind are folded, few are not", () => {
  const like = (count: number): Review => {
    const layer = refused.layers[1] as PlannedLayer;
    return { ...refused, layers: [{ ...layer, gone: Array.from({ length: count }, (_, number) => ({ ...layer.gone[1]!, address: `aws_kms_key.this[${number}]` })) }] };
  };
  expect(page(like(9))).toContain("<summary>9 aws_kms_key to destroy: loss</summary>");
  expect(page(like(8))).not.toContain("aws_kms_key to destroy");
});

it("what is replaced for the sake of something else is folded into that, and is still found by its address", () => {
  const text = page(reviewOfPlans({ local: recordedPlan("cluster-replaced") }));
  const [, ofCluster] = text.split('id="local%2Faws_eks_cluster.cluster_this"');
  const [own] = ofCluster!.split('id="local%2Faws_cloudwatch_log_group.cluster_this"');
  expect(own).toContain("12 resources replaced with it, for referring to it");
  expect(own).toContain('id="local%2Faws_eks_addon.addons_after_nodes%5B%22coredns%22%5D"');
});
