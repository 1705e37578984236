/** Something that goes wrong on purpose. Of all rules that fit a call, latencies add up and the first other one wins. */
export interface Fault {
  /** `throttle` and `error` answer in the service's own words; `disconnect` ends the connection without a whole answer. */
  readonly kind: "latency" | "throttle" | "error" | "disconnect";
  /** Signing name such as `eks`, `ec2`, `iam`, `s3`; `*` and `?` are wildcards. @default every service */
  readonly service?: string;
  /** API action such as `CreateCluster` or `Describe*`. @default every action */
  readonly action?: string;
  /** Such as `*.tflock`, where the action alone does not tell calls apart. @default every path */
  readonly path?: string;
  /** How many calls it meets. @default without end */
  readonly count?: number;
  /** How many fitting calls pass before the first is met. @default 0 */
  readonly skip?: number;
  /** From 0 to 1. @default 1 */
  readonly probability?: number;
  /** Of the probability's random numbers: the same seed meets the same calls. @default 0 */
  readonly seed?: number;
  /** For `latency`. */
  readonly latencySeconds?: number;
  /** For `error`: the HTTP status. @default 500 */
  readonly status?: number;
  /** For `error`: AWS's error code. @default InternalFailure, or ServiceUnavailable for 503 */
  readonly code?: string;
  /** For `disconnect`: the connection breaks before the work is done, after it, or in the middle of the answer. @default after */
  readonly moment?: "before" | "after" | "during";
}
