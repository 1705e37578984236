import type { DeployRecord } from "../../cli/deploy/deploy-record";
import { stateProblems } from "../../cli/state/state-problems";
import { describe as sentence } from "../../kernel";

const stack = { name: "qa-network", folder: "cdktf.out/stacks/qa-network", reads: [], json: { terraform: { backend: { s3: { bucket: "states", key: "qa/network", region: "us-east-1" } } } } };
const record: DeployRecord = { layer: "qa-network", command: "deploy", commit: "0a", dirty: false, who: "me@here", when: "2026-11-21T10:00:00.000Z", complete: true, serial: 7, lineage: "one" };
const state = (serial: number, lineage = "one") => JSON.stringify({ version: 4, serial, lineage, resources: [], outputs: {} });
const problems = (bytes: string | undefined, known: DeployRecord | undefined) =>
  stateProblems(stack, { bytes: bytes === undefined ? undefined : Buffer.from(bytes), digest: undefined, record: undefined }, known).map(sentence);

const look = 'try "npx platform doctor qa"';

test.each<[string, string | undefined, string]>([
  ["half of a state", '{"version": 4, "seri', `expected a state at s3://states/qa/network, got "what is no JSON: Unterminated string in JSON at position 20"; it was overwritten or cut off, and what is in AWS is still there; ${look}   [state-corrupt]`],
  ["an empty object, which Terraform takes for a new state", "", `expected a state at s3://states/qa/network, got "what is no JSON: Unexpected end of JSON input"; it was overwritten or cut off, and what is in AWS is still there; ${look}   [state-corrupt]`],
  ["nothing where something was deployed", undefined, `expected the state at s3://states/qa/network that was deployed by me@here at 2026-11-21T10:00:00.000Z, got nothing; without it everything would be made again; if it was taken away on purpose, delete s3://states/qa/network.deploy.json, too; ${look}   [state-lost]`],
  ["an older version", state(6), `expected the state of serial 7 or newer, deployed by me@here at 2026-11-21T10:00:00.000Z, got 6; an older version stands at s3://states/qa/network; if that is meant, delete s3://states/qa/network.deploy.json; ${look}   [state-older]`],
])("%s is refused", (_, bytes, expected) => {
  expect(problems(bytes, record)).toEqual([`qa-network: ${expected}`]);
});

test.each<[string, string | undefined, DeployRecord | undefined]>([
  ["the state of the last deploy", state(7), record],
  ["one that another command has written since", state(9), record],
  ["one that was made anew, such as by change-layout", state(1, "two"), record],
  ["none yet", undefined, undefined],
  ["none after a destroy", undefined, { ...record, command: "destroy" }],
  ["none after an apply that came to no end before its first state", undefined, { layer: "qa-network", command: "deploy", commit: "0a", dirty: false, who: "me@here", when: record.when, complete: false }],
])("%s is not", (_, bytes, known) => {
  expect(problems(bytes, known)).toEqual([]);
});
