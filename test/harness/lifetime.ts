const ends: (() => unknown)[] = [];

/** What a test file has started or made ends with it, the latest first. */
export function atEnd(end: () => unknown): void {
  ends.push(end);
}

/** For what runs without a test runner, which calls this itself. */
export async function endAll(): Promise<void> {
  const failures: unknown[] = [];
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    try {
      await end();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join("\n"));
}

// Jest and its like have this.
if (typeof afterAll === "function") afterAll(endAll);
