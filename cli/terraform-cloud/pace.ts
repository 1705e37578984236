import { setTimeout } from "node:timers/promises";

/**
 * No more requests a second than the server says that it takes.
 * https://developer.hashicorp.com/terraform/cloud-docs/api-docs#rate-limiting (read 2026-11-22)
 */
export class Pace {
  private readonly latest: number[] = [];
  private limit = Infinity;

  /** What an answer says in `X-RateLimit-Limit`. */
  learn(header: string | null): void {
    const limit = Number(header ?? "");
    if (Number.isInteger(limit) && limit > 0) this.limit = limit;
  }

  async turn(): Promise<void> {
    for (;;) {
      while (this.latest.length > 0 && this.latest[0]! <= Date.now() - 1000) this.latest.shift();
      if (this.latest.length < this.limit) break;
      await setTimeout(this.latest[0]! + 1001 - Date.now());
    }
    this.latest.push(Date.now());
  }
}
