import { type Emulator, emulatorAt, startEmulator } from "../../emulator/emulator";
import { atEnd } from "./lifetime";
import { ask, isShared } from "./shared/question";

/** A local AWS of this test file, with nothing in it. It is there before the first test, and what it has is gone after the last. */
export function useEmulator(): Emulator {
  let started: Emulator | undefined;
  beforeAll(async () => {
    started = isShared() ? await kept() : await startEmulator();
    atEnd(started.stop);
  });
  const get = (_: unknown, name: string | symbol) => {
    if (started === undefined) throw new Error("the emulator starts before the first test: use it in a test or in beforeAll");
    return Reflect.get(started, name) as unknown;
  };
  return new Proxy<Emulator>({} as Emulator, { get });
}

/** Emptied when the file ends, and the next file goes on with it. */
async function kept(): Promise<Emulator> {
  return emulatorAt(await ask<number>({ about: "emulator" }), () => Promise.resolve());
}
