import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { findMirrors, mirrorPlaces, terraformPlatform } from "../../cli/terraform/provider-mirror";
import { itUnless } from "../skip";
import { temporaryFolder } from "./temporary";

const platform = "linux_amd64";
const nothing = { implied: [], searched: [] };

function mirror(folder: string, provider = "hashicorp/aws", architecture = platform): string {
  mkdirSync(join(folder, "registry.terraform.io", provider, "5.100.0", architecture), { recursive: true });
  return folder;
}

it.each([
  ["the searched folder itself", ""],
  ["one level below", "a"],
  ["three levels below", "a/b/c"],
])("a mirror in %s is found, with what it holds", (_, place) => {
  const root = temporaryFolder();
  mirror(join(root, place), "hashicorp/aws");
  mirror(join(root, place), "acme/cloud");
  expect(findMirrors({ ...nothing, searched: [root] }, platform)).toEqual([
    { path: join(root, place), holds: ["registry.terraform.io/acme/cloud", "registry.terraform.io/hashicorp/aws"] },
  ]);
});

it.each([
  ["four levels below", "a/b/c/d"],
  ["in a hidden folder", ".terraform/providers"],
  ["in node_modules", "node_modules/x"],
])("a folder %s is not searched", (_, place) => {
  const root = temporaryFolder();
  mirror(join(root, place));
  expect(findMirrors({ ...nothing, searched: [root] }, platform)).toEqual([]);
});

it("a mirror for another platform only is none", () => {
  const root = mirror(temporaryFolder(), "hashicorp/aws", "windows_arm64");
  expect(findMirrors({ ...nothing, searched: [root] }, platform)).toEqual([]);
});

it("a packed mirror, as terraform providers mirror writes it, is one", () => {
  const root = temporaryFolder();
  mkdirSync(join(root, `registry.terraform.io/hashicorp/aws/terraform-provider-aws_5.100.0_${platform}.zip`), { recursive: true });
  expect(findMirrors({ ...nothing, searched: [root] }, platform).map(({ holds }) => holds)).toEqual([["registry.terraform.io/hashicorp/aws"]]);
});

it("a link to a provider's folder counts", () => {
  const root = temporaryFolder();
  const other = mirror(temporaryFolder());
  const link = join(root, "registry.terraform.io/hashicorp/aws");
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(other, "registry.terraform.io/hashicorp/aws"), link);
  expect(findMirrors({ ...nothing, searched: [root] }, platform)).toHaveLength(1);
});

it("several mirrors are all used, implied places first, each once", () => {
  const [a, b] = [mirror(temporaryFolder()), mirror(temporaryFolder(), "hashicorp/helm")];
  expect(findMirrors({ implied: [b], searched: [a, b] }, platform).map(({ path }) => path)).toEqual([b, a]);
});

it("TF_PROVIDER_MIRROR is used alone", () => {
  const [a, b] = [mirror(temporaryFolder()), mirror(temporaryFolder())];
  expect(findMirrors({ ...nothing, chosen: a, searched: [b] }, platform).map(({ path }) => path)).toEqual([a]);
});

it("a TF_PROVIDER_MIRROR that is no mirror is refused", () => {
  const empty = temporaryFolder();
  expect(() => findMirrors({ ...nothing, chosen: empty }, platform)).toThrow(
    `TF_PROVIDER_MIRROR: expected a folder that holds registry.terraform.io/<namespace>/<provider> for linux_amd64, got "${empty}"   [provider-mirror]`,
  );
});

it("Terraform's own places and the usual roots are looked at", () => {
  const places = mirrorPlaces({ XDG_DATA_HOME: "/data", XDG_DATA_DIRS: "/d1:/d2", TF_PROVIDER_MIRROR: "/m" }, "/home/ann");
  expect(places).toMatchObject({ chosen: "/m", searched: ["/opt", "/usr/share", "/usr/local/share", "/home/ann"] });
  expect(places.implied).toContain("/home/ann/.terraform.d/plugins");
  expect(terraformPlatform()).toMatch(/^[a-z]+_[a-z0-9]+$/);
});

itUnless(process.platform === "linux" ? undefined : "these places are Linux's", "the XDG data folders are Terraform's own places", () => {
  const { implied } = mirrorPlaces({ XDG_DATA_HOME: "/data", XDG_DATA_DIRS: "/d1:/d2" }, "/home/ann");
  expect(implied).toEqual(["/home/ann/.terraform.d/plugins", "/data/terraform/plugins", "/d1/terraform/plugins", "/d2/terraform/plugins"]);
});
