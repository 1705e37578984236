import { followsProblems } from "../../envs/follows-checks";
import { describe as sentence } from "../../kernel";

/** Who follows whom, and what is said of it. */
const cases: readonly (readonly [title: string, follows: Readonly<Record<string, string | null>>, lines: readonly string[]])[] = [
  ["a chain is fine", { dev: null, staging: "dev", prod: "staging" }, []],
  ["two may follow one", { staging: null, prod: "staging", europe: "staging" }, []],
  ["an entry point of one environment cannot tell whether the other is there", { prod: "staging" }, []],
  ["nobody follows itself", { prod: "prod" }, [`envs/prod/environment.ts follows: expected another environment, or none, got "prod"   [follows-circle]`]],
  ["nor one that is not there", { staging: null, prod: "stagin" }, [`envs/prod/environment.ts follows: expected one of the environments staging, got "stagin"; try "staging"   [follows-unknown]`]],
  ["with nothing to try where nothing is near", { qa: null, prod: "elsewhere" }, [`envs/prod/environment.ts follows: expected one of the environments qa, got "elsewhere"   [follows-unknown]`]],
  [
    "nor round a circle; who follows into one is not told",
    { a: "b", b: "a", c: "a" },
    [
      `envs/a/environment.ts follows: expected an environment that does not follow this one, got "b"; a follows b follows a   [follows-circle]`,
      `envs/b/environment.ts follows: expected an environment that does not follow this one, got "a"; b follows a follows b   [follows-circle]`,
    ],
  ],
];

it.each(cases)("%s", (_, follows, lines) => {
  expect(followsProblems(Object.entries(follows).map(([name, followed]) => ({ name, follows: followed }))).map(sentence)).toEqual(lines);
});
