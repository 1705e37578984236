import { mkdirSync, readFileSync, statSync, symlinkSync, lstatSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { execa, execaSync } from "execa";
import { parse } from "yaml";
import { kubeconfig } from "../../aws/kubeconfig";
import { mergedKubeconfig } from "../../cli/cluster/kubeconfig-file";
import { ProjectCopy } from "../envs/project-copy";
import { itUnless } from "../skip";
import { temporaryFolder } from "./temporary";

const arn = "arn:aws:eks:us-east-1:123456789012:cluster/eks-local";
const entry = `eks-platform:${arn}`;
const role = "arn:aws:iam::123456789012:role/viewer";
const added = kubeconfig<string>({ context: "local", entry, clusterName: "eks-local", region: "us-east-1", endpoint: "https://a", certificateAuthority: "Q0E=" });

describe("what is merged into a kubeconfig", () => {
  const own = `# mine
apiVersion: v1
kind: Config
clusters:
  - cluster: { server: "https://other" } # the old one
    name: other
contexts:
  - { name: other, context: { cluster: other, user: me } }
current-context: other
users: []
preferences: {}
`;

  it("leaves its other entries, its comments and its current context", () => {
    const text = mergedKubeconfig("config", own, added);
    expect(text).toMatch(/^# mine\n[^]*server: "https:\/\/other" \} # the old one\n/);
    const { clusters, contexts, users, ...rest } = parse(text) as Record<string, { name: string }[]>;
    expect([clusters, contexts, users].map((list) => list!.map(({ name }) => name))).toEqual([["other", entry], ["other", "local"], [entry]]);
    expect(rest).toMatchObject({ "current-context": "other", preferences: {} });
  });

  it("is there once, however often it is written, and as it was written last", () => {
    const once = mergedKubeconfig("config", own, added);
    expect(mergedKubeconfig("config", once, added)).toBe(once);
    const moved = { ...added, clusters: [{ name: entry, cluster: { server: "https://b", "certificate-authority-data": "Q0E=" } }] };
    expect((parse(mergedKubeconfig("config", once, moved)) as typeof added).clusters.map(({ cluster }) => cluster.server)).toEqual(["https://other", "https://b"]);
  });

  it("is all there is in a new file", () => {
    expect(parse(mergedKubeconfig("config", "", added))).toEqual(added);
  });

  it.each([
    ["no YAML", "a: [", `config: expected a kubeconfig, or no file, got nothing; nothing was written   [kubeconfig-file]`],
    ["another document", "kind: Pod", `config: expected a kubeconfig, or no file, got "Pod"; nothing was written   [kubeconfig-file]`],
    ["a list that is none", "kind: Config\nusers: me", `config: expected a kubeconfig, or no file, got "users"; nothing was written   [kubeconfig-file]`],
    [
      "a context of the same name for another cluster",
      "kind: Config\ncontexts: [{ name: local, context: { cluster: minikube, user: me } }]",
      `config context local: expected one of ${entry}, got "minikube"; it belongs to somebody else; take another file with --file, or rename the context: kubectl config rename-context   [kubeconfig-context]`,
    ],
  ])("is not put into %s", (_, text, sentence) => {
    expect(() => mergedKubeconfig("config", text, added)).toThrow(sentence);
  });
});

describe("the command", () => {
  const project = new ProjectCopy();
  const home = temporaryFolder();
  const file = join(home, ".kube", "eks-platform", "local.yaml");
  let server: Server;
  let certificate: Buffer;
  let authorization: string | undefined;

  const command = (...args: readonly string[]) => project.run(["cli/start.mjs", "kubeconfig", ...args], { HOME: home });

  beforeAll(async () => {
    const [key, cert] = [join(home, "key.pem"), join(home, "cert.pem")];
    await execa("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "2", "-subj", "/CN=api", "-addext", "subjectAltName=IP:127.0.0.1"]);
    certificate = readFileSync(cert);
    server = createServer({ key: readFileSync(key), cert: certificate }, (request, response) => {
      authorization = request.headers.authorization;
      response.setHeader("content-type", "application/json").end(JSON.stringify({ gitVersion: "v1.35.0" }));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  });
  afterAll(() => server.close());

  /** What a deploy leaves behind. */
  function deployed(): void {
    const values = { cluster_name: "eks-local", cluster_arn: arn, cluster_endpoint: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, cluster_certificate_authority_data: certificate.toString("base64") };
    const outputs = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, type: "string" }]));
    const state = { version: 4, terraform_version: "1.11.4", serial: 1, lineage: "0a0a0a0a-0000-4000-8000-000000000000", outputs, resources: [] };
    mkdirSync(join(project.root, "cdktf.out/stacks/local"), { recursive: true });
    writeFileSync(join(project.root, "cdktf.out/stacks/local/terraform.local.tfstate"), JSON.stringify(state));
  }

  it("says that a cluster was never deployed", async () => {
    const { exitCode, stdout, stderr } = await command("local");
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain("local: expected a cluster that was deployed, got nothing; deploy it first: npx platform deploy local   [cluster-not-deployed]");
  });

  it("writes a file of the environment's own that nobody else reads, and prints the line that uses it", async () => {
    deployed();
    expect(await command("local")).toMatchObject({ exitCode: 0, stdout: `export KUBECONFIG='${file}'`, stderr: expect.stringContaining(`${file}: context local, as whoever the shell is`) });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((parse(readFileSync(file, "utf8")) as typeof added)["current-context"]).toBe("local");
  });

  itUnless(execaSync("kubectl", ["version", "--client"], { reject: false }).failed ? "no kubectl here" : undefined, "kubectl takes it, asks the aws command for a token and sends that to the cluster", async () => {
    const bin = join(home, "bin");
    mkdirSync(bin);
    const credential = { apiVersion: "client.authentication.k8s.io/v1beta1", kind: "ExecCredential", status: { token: "k8s-aws-v1.fake" } };
    writeFileSync(join(bin, "aws"), `#!/bin/sh\necho "$@" > "${home}/asked"\necho '${JSON.stringify(credential)}'\n`, { mode: 0o755 });
    const kubectl = async (...args: readonly string[]) => (await execa("kubectl", args, { env: { KUBECONFIG: file, HOME: home, PATH: `${bin}:${process.env.PATH}`, NO_PROXY: "127.0.0.1" } })).stdout;
    expect(await kubectl("config", "view")).toContain("current-context: local");
    expect(JSON.parse(await kubectl("get", "--raw", "/version"))).toEqual({ gitVersion: "v1.35.0" });
    expect(authorization).toBe("Bearer k8s-aws-v1.fake");
    expect(readFileSync(join(home, "asked"), "utf8")).toBe("eks get-token --output json --region us-east-1 --cluster-name eks-local\n");
  });

  it("puts it into a file of the user's through a link, with the profile and the role that are asked for", async () => {
    const [config, link] = [join(home, "dotfiles-config"), join(home, ".kube", "config")];
    writeFileSync(config, "apiVersion: v1\nkind: Config\ncurrent-context: mine\n");
    symlinkSync(config, link);
    expect(await command("local", "--file", link, "--profile", "ops", "--role-arn", role)).toMatchObject({ exitCode: 0, stderr: expect.stringContaining("the current context stays mine: kubectl --context local") });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    const { users } = parse(readFileSync(config, "utf8")) as typeof added;
    expect(users[0]!.user.exec.args.slice(-4)).toEqual(["--profile", "ops", "--role-arn", role]);
  });

  it("makes kubectl whoever Terraform is in the cluster, unless another is asked for", async () => {
    const admin = "arn:aws:iam::123456789012:role/admin";
    project.edit("envs/local/environment.ts", "provider: { emulated: true }", `provider: { emulated: true, roleArn: "${admin}" },\n  platform: { access: { exec: { profile: "deploy" } } }`);
    expect(await command("local")).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(`context local, as ${admin}`) });
    const { users } = parse(readFileSync(file, "utf8")) as typeof added;
    expect(users[0]!.user.exec.args.slice(-4)).toEqual(["--profile", "deploy", "--role-arn", admin]);
    expect(await command("local", "--profile", "ops")).toMatchObject({ exitCode: 0, stderr: expect.stringContaining("context local, as profile ops") });
  });
});
