/**
 * Tests that need something this machine may lack. `reason` says what is missing; undefined means "run".
 * The reporter reads the reason from the title, prints it and counts the test as skipped.
 */
export function itUnless(reason: string | undefined, title: string, body: () => void | Promise<void>, timeoutMs?: number): void {
  if (reason === undefined) it(title, async () => body(), timeoutMs);
  else it.skip(withReason(title, reason), async () => body());
}

export function describeUnless(reason: string | undefined, title: string, body: () => void): void {
  if (reason === undefined) describe(title, body);
  else describe.skip(withReason(title, reason), body);
}

function withReason(title: string, reason: string): string {
  return `${title} {{skipped: ${reason}}}`;
}
