import { type Emulator, startEmulator } from "../../emulator/emulator";
import { atEnd } from "./lifetime";

/** A local AWS of this test file, with nothing in it. It starts before the first test and is gone after the last. */
export function useEmulator(): Emulator {
  let started: Emulator | undefined;
  beforeAll(async () => {
    started = await startEmulator();
    const { stop } = started;
    atEnd(stop);
  });
  const get = (_: unknown, name: string | symbol) => {
    if (started === undefined) throw new Error("the emulator starts before the first test: use it in a test or in beforeAll");
    return Reflect.get(started, name) as unknown;
  };
  return new Proxy<Emulator>({} as Emulator, { get });
}
