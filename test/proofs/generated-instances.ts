import fc from "fast-check";
import { floor } from "../synth";
import { dataOf, patient } from "./schema-arbitrary";
import { type Data, hidden, problemsOfData, type Subject } from "./subjects";
import type { Instance } from "./both-bindings";

/** `count` sets of inputs that the construct takes, from one seed. In half of them some references are unknown. */
export function generatedInstances(subject: Subject, count: number, seed: number): Instance[] {
  const { inputs } = subject.definition;
  const sets = dataOf(inputs, floor)
    .map((data) => subject.sensible(data))
    .filter(patient(subject.definition.name, (data) => problemsOfData(subject, data, floor).length === 0));
  const unknown = fc.oneof(fc.constant([]), fc.infiniteStream(fc.constantFrom(true, false, "whole" as const)).map((stream) => [...stream.take(100)]));
  return fc.sample(fc.tuple(sets, unknown), { numRuns: count, seed }).map(([data, picks]) => {
    let index = 0;
    const given: Data = hidden(subject, data, () => picks[index++ % picks.length] ?? false);
    return { subject, given };
  });
}
