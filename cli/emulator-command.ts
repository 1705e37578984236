import { startEmulator } from "../emulator/emulator";
import { interruptible, untilInterrupted } from "./interrupt";
import { shellLine } from "./terraform/terraform-env";

/** Starts the emulator, prints what a shell needs to reach it, and runs until Ctrl-C. */
export async function emulatorCommand({ port }: { readonly port?: number }): Promise<void> {
  await interruptible(async (signal) => {
    const emulator = await startEmulator({ ...(port === undefined ? {} : { port }), onProgress: (line) => process.stderr.write(`${line}\n`) });
    try {
      const lines = Object.entries(emulator.environment).map(([name, value]) => shellLine(name, value));
      process.stdout.write(`${lines.join("\n")}\n`);
      process.stderr.write(`The emulator listens on ${emulator.url}; Ctrl-C ends it and throws its state away.\n`);
      await untilInterrupted(signal);
    } finally {
      await emulator.stop();
    }
  });
}
