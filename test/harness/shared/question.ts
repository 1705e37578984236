import { atEnd } from "../lifetime";

/** What a test file may ask of the process that the files of a run share. */
export type Question = { readonly worker: string } & (
  | { readonly about: "emulator" | "end" }
  | { readonly about: "provider"; readonly version: string; readonly aws: Readonly<Record<string, string>>; readonly types: readonly string[] }
);

type Asked = Question extends infer Q ? (Q extends Question ? Omit<Q, "worker"> : never) : never;

/** Where jest's setup has not started that process, each test file starts what it needs. */
export const isShared = (): boolean => process.env.TESTS_SHARED !== undefined;

let asked = false;
// Registered before anything of the file, and so done after everything of it.
atEnd(async () => {
  if (asked) await ask({ about: "end" });
});

export async function ask<T>(question: Asked): Promise<T> {
  asked = true;
  const response = await fetch(process.env.TESTS_SHARED!, { method: "POST", body: JSON.stringify({ ...question, worker: process.env.JEST_WORKER_ID ?? "1" }) });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}
