/** Versions of the AWS provider that an environment may pin: the supported floor, and what the bindings know. */
export const providerVersions = ["5.100.0", "6.25.0"] as const;
