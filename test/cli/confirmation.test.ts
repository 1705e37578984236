import { PassThrough } from "node:stream";
import { confirmation, refuseWithoutTerminal } from "../../cli/deploy/confirmation";
import { wordOf } from "../../cli/deploy/deploy-command";
import { Progress } from "../../cli/progress";
import type { StackJson } from "../../cli/synth/stacks";

const progress = new Progress(new PassThrough() as unknown as NodeJS.WriteStream);
const stack = (output: StackJson["output"]) => [{ json: { terraform: {}, output } as StackJson }];
const production = stack({ production: { value: "true" } });

it.each([
  ["deploy", stack({}), undefined],
  ["deploy", production, "prod"],
  ["destroy", stack({}), "prod"],
  ["destroy", production, "prod"],
] as const)("to %s %j the word is %j", (kind, stacks, word) => {
  expect(wordOf(kind, "prod", stacks)).toBe(word);
});

it.each([
  [undefined, "y", true],
  [undefined, "Yes", true],
  [undefined, "", false],
  [undefined, "yep", false],
  ["prod", "prod", true],
  ["prod", "y", false],
  ["prod", "Prod", false],
])("where the word is %j, %j goes on: %j", async (word, answer, goesOn) => {
  const asked: string[] = [];
  const confirm = confirmation(progress, new AbortController().signal, word, (question) => Promise.resolve((asked.push(question), answer)));
  expect(await confirm("Apply prod: 1 to add?")).toBe(goesOn);
  expect(asked).toEqual([word === undefined ? "Apply prod: 1 to add? [y/N] " : "Apply prod: 1 to add? Type prod to go on: "]);
});

it("a terminal or --yes is enough", () => {
  expect(() => refuseWithoutTerminal("deploy", true, false)).not.toThrow();
  expect(() => refuseWithoutTerminal("deploy", false, true)).not.toThrow();
  expect(() => refuseWithoutTerminal("destroy", false, false)).toThrow("destroy: expected a terminal to ask on");
});
