import { setTimeout } from "node:timers/promises";
import type { TerraformOptions } from "./options";

export interface Retries {
  /** Tries after the first. */
  readonly maxRetries: number;
  readonly timeBetweenRetriesSeconds: number;
  /** Whether another try may help. @default always */
  readonly retryable?: (error: Error) => boolean;
}

/** Does a thing until it succeeds. The error of the last try says how many there were. */
export async function doWithRetry<T>(what: string, { maxRetries, timeBetweenRetriesSeconds, retryable = () => true }: Retries, action: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof Error) || !retryable(error)) throw error;
      if (tries > maxRetries) throw tries === 1 ? error : new Error(`${what}: failed ${tries} times, at last: ${error.message}`, { cause: error });
      await setTimeout(timeBetweenRetriesSeconds * 1000);
    }
  }
}

/** Errors of networks and registries, which pass. The list is terratest's: modules/terraform/options.go (read 2026-11-21). */
const passing: Readonly<Record<string, string>> = {
  "read: connection reset by peer": "a connection broke",
  "transport is closing": "a connection broke",
  "unable to verify signature": "the registry's signature was not readable",
  "unable to verify checksum": "the registry's checksum was not readable",
  "no provider exists with the given name": "the registry did not know its provider",
  "registry service is unreachable": "the registry was out of reach",
  "Error installing provider": "the registry was out of reach",
  "Failed to query available provider packages": "the registry was out of reach",
  "timeout while waiting for plugin to start": "the machine was busy",
  "timed out waiting for server handshake": "the machine was busy",
  "could not query provider registry for": "the registry was out of reach",
  "Provider produced inconsistent result after apply": "AWS was not consistent yet",
};

/** The options with three further tries, five seconds apart, on errors that pass. What the options say themselves stays. */
export function withDefaultRetryableErrors(options: TerraformOptions): TerraformOptions {
  return { maxRetries: 3, timeBetweenRetriesSeconds: 5, ...options, retryableErrors: { ...passing, ...options.retryableErrors } };
}
