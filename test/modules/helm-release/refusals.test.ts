import type { GivenInputs } from "../../../kernel";
import { HelmRelease } from "../../../modules/helm-release/helm-release";
import { helmReleaseInputs } from "../../../modules/helm-release/inputs";
import { helmReleaseModule } from "../../../modules/helm-release/module";
import { problemsOf, synthStack } from "../../synth";
import { ruleIds, variableRefusals } from "../cluster/both-bindings";
import { smallest } from "./smallest";

type Given = GivenInputs<typeof helmReleaseInputs>;

const arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/database-AbCdEf";
const published = (change: object) => ({ chart: { published: { ...smallest.chart.published, ...change } } });
const secret = (path: string, change: object = {}) => ({ secrets: { [path]: { secretArn: arn, ...change } } });
const shown = (value: unknown) => (JSON.stringify(value).length > 120 ? `${JSON.stringify(value).slice(0, 120)}…` : JSON.stringify(value));
const both = { published: smallest.chart.published, folder: { path: "./a" } };
const version = "12345678-1234-1234-1234-123456789012";

const refused: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  ...["Shop", "shop_", "-shop", "shop."].map((name) => [{ name }, `name: expected the name of a release: lower-case letters, digits, hyphens and dots, a letter or digit at both ends, got "${name}"   [release-name]`] as const),
  [{ name: "a".repeat(54) }, `name: expected text of 1 to 53 characters, got "${"a".repeat(54)}"; Helm takes no longer name for a release   [release-name-length]`],
  [{ namespace: "Shop" }, 'namespace: expected the name of a namespace: lower-case letters, digits and hyphens, at most 63, got "Shop"   [release-namespace]'],
  [{ chart: {} }, "chart: expected either published or folder, got {}   [release-chart]"],
  [{ chart: both }, `chart: expected either published or folder, got ${shown(both)}   [release-chart]`],
  ...["charts.example.com", "http://charts.example.com", "https://charts.example.com/?a=b"].map((repository) => [published({ repository }), `chart.published.repository: expected the address of a chart repository, https://… or oci://…, got "${repository}"   [chart-repository]`] as const),
  ...["shop/app", "", "-shop"].map((name) => [published({ name }), `chart.published.name: expected the name of a chart: letters, digits and ._-, got "${name}"   [chart-name]`] as const),
  ...["latest", "1", "1.2", "~> 1.2", "1.2.x"].map((word) => [published({ version: word }), `chart.published.version: expected an exact version such as 1.2.3, got "${word}"   [chart-version]`] as const),
  ...["", "https://example.com/chart"].map((path) => [{ chart: { folder: { path } } }, `chart.folder.path: expected the path of a folder, got "${path}"   [chart-folder]`] as const),
  ...["auth password", "a.", ".a", "a,b", "a=b", "a[x]", "a\\.b"].map(
    (path) => [secret(path), `secrets: expected a map in which each key is the path of a value, such as auth.password, got ${shown(secret(path).secrets)}   [release-secret-path]`] as const,
  ),
  [secret("a", { secretArn: "shop/database" }), 'secrets.a.secretArn: expected the ARN of a secret, got "shop/database"   [release-secret]'],
  [secret("a", { jsonKey: "" }), 'secrets.a.jsonKey: expected text of 1 to 256 characters, got ""   [release-secret-key]'],
  [secret("a", { versionId: "AWSCURRENT" }), 'secrets.a.versionId: expected the id of a version, 32 to 64 letters, digits and hyphens, got "AWSCURRENT"   [release-secret-version]'],
  [{ secretsRevision: 0 }, "secretsRevision: expected a whole number from 1 to 1000000, got 0; try 1   [release-secrets-revision]"],
  [{ timeoutMinutes: 61 }, "timeoutMinutes: expected a whole number from 1 to 60, got 61; try 60   [release-timeout]"],
];

const taken: readonly Record<string, unknown>[] = [
  { name: "a".repeat(53) },
  { name: "a-1.b" },
  published({ repository: "oci://111122223333.dkr.ecr.us-east-1.amazonaws.com/charts", version: "v1.2.3-rc.1+build" }),
  { chart: { folder: { path: "../charts/shop" } } },
  secret("a"),
  secret("configs.secret.list[0].user-name", { jsonKey: "user", versionId: version }),
];

const problems = (change: Record<string, unknown>) => problemsOf(() => synthStack((stack) => new HelmRelease(stack, "it", { ...smallest, ...change } as Given)));
const ruleOf = (sentence: string) => /\[([a-z-]+)\]$/.exec(sentence)![1]!;

it.each(refused)("%j is refused with one sentence", (change, sentence) => {
  expect(problems(change)).toEqual([`test it.${sentence}`]);
});

it.each(taken)("%j is taken", (change) => {
  expect(problems(change)).toEqual([]);
});

it("every rule of the inputs stands in this table", () => {
  expect([...new Set(refused.map(([, sentence]) => ruleOf(sentence)))].sort()).toEqual([...new Set(ruleIds(helmReleaseInputs))].sort());
});

it("Terraform, in the published module, refuses the same by the same rules, and takes the same", async () => {
  const sentences = await variableRefusals({ definition: helmReleaseModule, inputs: helmReleaseInputs }, [...refused.map(([change]) => change), ...taken]);
  expect(sentences.map(ruleOf).sort()).toEqual(refused.map(([, sentence]) => ruleOf(sentence)).sort());
});
