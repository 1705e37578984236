/** Ctrl-C or SIGTERM ended the command. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

export interface Interruptions {
  /** The work was told to end. */
  readonly first?: () => void;
  /** Somebody asks again. The signal says that the work has ended meanwhile. */
  readonly further?: (ended: AbortSignal) => Promise<void>;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
// npm and npx pass on what the terminal sends to everybody, so one Ctrl-C comes twice.
const burstMs = 500;

/**
 * Runs `work` with a signal that Ctrl-C and SIGTERM abort. The process then lives until `work` has cleaned up; further
 * signals change nothing, unless `further` says what they do.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>, { first, further }: Interruptions = {}): Promise<T> {
  const [controller, ended] = [new AbortController(), new AbortController()];
  let latest = 0;
  const abort = () => {
    const isEcho = performance.now() - latest < burstMs;
    latest = performance.now();
    if (!controller.signal.aborted) {
      controller.abort(new Interrupted("interrupted"));
      first?.();
    } else if (!isEcho) void further?.(ended.signal).catch(() => {});
  };
  for (const name of signals) process.on(name, abort);
  // Neither a signal handler nor a promise holds the process, and Node ends in silence when nothing does.
  const alive = setInterval(() => {}, 60_000);
  try {
    return await work(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) throw new Interrupted("interrupted", { cause: error });
    throw error;
  } finally {
    ended.abort();
    clearInterval(alive);
    for (const name of signals) process.off(name, abort);
  }
}

/** To be awaited inside of `interruptible`. */
export async function untilInterrupted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((done) => signal.addEventListener("abort", done, { once: true }));
}
