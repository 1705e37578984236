import { join } from "node:path";
import { cliConfiguration } from "../../../cli/terraform-cloud/cli-configuration";
import { Pace } from "../../../cli/terraform-cloud/pace";
import { terraformToken } from "../../../cli/terraform-cloud/terraform-token";
import { temporaryFolder, write } from "../temporary";

const home = temporaryFolder();
const written = JSON.stringify({ credentials: { "app.terraform.io": { token: "of-login" }, "tfe.example.com": { token: "of-login" } } });
const rc = `# credentials "app.terraform.io" { token = "of-a-comment" }
credentials "tfe.example.com" {
  token = "of-the-file"
}
host "plain.example.com" {
  services = {
    "tfe.v2"     = "http://127.0.0.1:5560/api/v2/"
    "modules.v1" = "http://127.0.0.1:5560/modules/"
  }
}
`;
write(home, { ".terraform.d/credentials.tfrc.json": written, ".terraformrc": rc });

describe("a token is found as Terraform finds it", () => {
  const cases = [
    ["app.terraform.io", {}, "of-login"],
    ["app.terraform.io", { TF_TOKEN_app_terraform_io: "set" }, "set"],
    ["app.terraform.io", { TF_TOKEN_app_terraform_io: "" }, "of-login"],
    ["my-tfe.example.com", { TF_TOKEN_my__tfe_example_com: "hyphen" }, "hyphen"],
    ["other.example.com", { TF_TOKEN_app_terraform_io: "set" }, undefined],
    ["tfe.example.com", {}, "of-the-file"],
    ["tfe.example.com", { TF_CLI_CONFIG_FILE: join(home, ".terraform.d/credentials.tfrc.json") }, "of-login"],
  ] as const;
  it.each(cases)("of %s with %j: %s", (host, env, token) => {
    expect(terraformToken(host, cliConfiguration(env, home), env)).toBe(token);
  });

  it("and so are the services of a host that the CLI configuration knows", () => {
    expect(cliConfiguration({}, home).hosts).toEqual({ "plain.example.com": { "tfe.v2": "http://127.0.0.1:5560/api/v2/", "modules.v1": "http://127.0.0.1:5560/modules/" } });
  });
});

describe("requests", () => {
  it("are no more a second than the server takes, and wait no longer than that", async () => {
    const pace = new Pace();
    pace.learn("5");
    const begun = Date.now();
    for (let request = 0; request < 6; request += 1) await pace.turn();
    expect(Date.now() - begun).toBeGreaterThanOrEqual(1000);
    expect(Date.now() - begun).toBeLessThan(1500);
  });

  it.each([null, "", "0", "many"])("are not slowed by a limit of %j", async (limit) => {
    const pace = new Pace();
    pace.learn(limit);
    const begun = Date.now();
    for (let request = 0; request < 100; request += 1) await pace.turn();
    expect(Date.now() - begun).toBeLessThan(500);
  });
});
