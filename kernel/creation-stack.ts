/**
 * Runs `make` without the framework's creation stacks. It writes one out for every nested block of a resource, to name the
 * place in errors about its own tokens, of which our resources hold none; measured as a quarter of a synth of 100
 * environments. What V8 asks (https://v8.dev/docs/stack-trace-api) is answered with nothing, for those alone: an
 * error keeps its stack.
 */
export function withoutCreationStack<T>(make: () => T): T {
  const before = Error.prepareStackTrace;
  Error.prepareStackTrace = (owner, frames) => {
    if (!(owner instanceof Error)) return "";
    return before === undefined ? [String(owner), ...frames].join("\n    at ") : (before(owner, frames) as unknown);
  };
  try {
    return make();
  } finally {
    Error.prepareStackTrace = before;
  }
}
