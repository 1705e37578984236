/** Ctrl-C or SIGTERM ended the command; it has nothing more to say. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/**
 * Runs `work` with a signal that Ctrl-C and SIGTERM abort. The process then lives until `work` has cleaned up;
 * further signals, which a terminal sends to npm and to every child as well, change nothing.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const abort = () => controller.abort(new Interrupted("interrupted"));
  process.on("SIGINT", abort).on("SIGTERM", abort);
  // Neither a signal handler nor a promise holds the process, and Node ends in silence when nothing does.
  const alive = setInterval(() => {}, 60_000);
  try {
    return await work(controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearInterval(alive);
    process.off("SIGINT", abort).off("SIGTERM", abort);
  }
}

/** To be awaited inside of `interruptible`. */
export async function untilInterrupted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((done) => signal.addEventListener("abort", done, { once: true }));
}
