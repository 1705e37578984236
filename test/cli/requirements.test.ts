import { mkdirSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { installNeeded, installRefused, lockHash, nodeRefused, stampFile } from "../../cli/requirements.mjs";
import { temporaryFolder, write } from "./temporary";

it.each(["v20.5.0", "v20.20.2", "v21.0.0", "v22.22.0"])("Node %s runs the project", (version) => {
  expect(nodeRefused(version)).toBeUndefined();
});

it.each(["v18.20.0", "v20.4.9", "v23.0.0", "v24.1.0"])("Node %s is refused in one sentence", (version) => {
  expect(nodeRefused(version)).toBe(`node: expected a version from 20.5 to 22, got "${version}"; see https://nodejs.org/en/download   [node-version]`);
});

describe("packages are installed", () => {
  const root = temporaryFolder();
  const minute = (n: number) => new Date(2026, 0, 1, 0, n);
  const touch = (path: string, time: Date) => utimesSync(join(root, path), time, time);

  beforeEach(() => {
    rmSync(join(root, "node_modules"), { recursive: true, force: true });
    write(root, { "package-lock.json": `{"lock":1}` });
    touch("package-lock.json", minute(5));
  });

  it("when node_modules is missing", () => expect(installNeeded(root)).toBe("node_modules is missing"));

  it("when an install was interrupted", () => {
    write(root, { "node_modules/a/index.js": "" });
    expect(installNeeded(root)).toBe("node_modules is incomplete");
  });

  it("when the lock file is newer than an install by hand", () => {
    write(root, { "node_modules/.package-lock.json": "{}" });
    touch("node_modules/.package-lock.json", minute(4));
    expect(installNeeded(root)).toBe("node_modules is older than package-lock.json");
  });

  it("not after an install by hand", () => {
    write(root, { "node_modules/.package-lock.json": "{}" });
    touch("node_modules/.package-lock.json", minute(6));
    expect(installNeeded(root)).toBeUndefined();
  });

  it("not when the lock file that was installed is checked out again with a new time", () => {
    write(root, { "node_modules/.package-lock.json": "{}", [stampFile]: lockHash(root) });
    touch("node_modules/.package-lock.json", minute(4));
    expect(installNeeded(root)).toBeUndefined();
  });

  it("when the lock file has other content than the installed one", () => {
    write(root, { "node_modules/.package-lock.json": "{}", [stampFile]: lockHash(root), "package-lock.json": `{"lock":2}` });
    touch("node_modules/.package-lock.json", minute(4));
    expect(installNeeded(root)).toBe("node_modules is older than package-lock.json");
  });
});

it("an install is refused through a link, which it would empty behind", () => {
  const [theirs, root] = [temporaryFolder(), temporaryFolder()];
  expect(installRefused(root)).toBeUndefined();
  symlinkSync(theirs, join(root, "node_modules"));
  expect(installRefused(root)).toBe("node_modules: expected a folder of this checkout, got a link; an install would empty what it points to   [linked-packages]");
  rmSync(join(root, "node_modules"));
  mkdirSync(join(root, "node_modules"));
  expect(installRefused(root)).toBeUndefined();
});
