import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { program } from "../../cli/program";
import { projectRoot } from "../../cli/root";
import { scripts } from "./recipes";

const read = (path: string) => readFileSync(join(projectRoot, path), "utf8");
const pages = ["README.md", ...readdirSync(join(projectRoot, "docs")).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];

interface Said {
  readonly command: string;
  readonly options: readonly string[];
}

/** Commands as a text says them: to the end of the line, of the code in a sentence, or to what a shell takes as a comment. */
function saidIn(text: string): Said[] {
  return [...text.matchAll(/(?:npx platform|node cli\/start\.mjs) ([a-z][a-z-]*)([^`#\n]*)/g)].map(([, command, rest]) => ({ command: command!, options: optionsIn(rest!) }));
}

function optionsIn(text: string): string[] {
  return text.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [];
}

/** What a script gathers before it calls a command. */
function gatheredIn(text: string): Said[] {
  const [{ command } = { command: "" }] = saidIn(text);
  return [...text.matchAll(/(?:\boptions\+?=\(|\bcomment=)(.*)/g)].map(([, gathered]) => ({ command, options: optionsIn(gathered!) }));
}

const known = new Map(program.commands.map((command) => [command.name(), command.options.map(({ long }) => long)]));
const said = [...pages.map(read).flatMap(saidIn), ...scripts.flatMap(({ text }) => [...saidIn(text), ...gatheredIn(text)])];

it.each([...new Set(said.map(({ command }) => command))])("%s is a command, and has the options that recipes and pages give it", (command) => {
  expect([...known.keys()]).toContain(command);
  const options = said.filter((one) => one.command === command).flatMap((one) => one.options);
  expect(known.get(command)).toEqual(expect.arrayContaining(options));
});

it("the recipes give a review what they need of it", () => {
  const given = scripts.flatMap(({ text }) => [...saidIn(text), ...gatheredIn(text)]).filter(({ command }) => command === "review").flatMap(({ options }) => options);
  expect([...new Set(given)].sort()).toEqual(["--allow", "--comment", "--html", "--json", "--local", "--markdown", "--no-assume-role"]);
});
