export function frameworkInPlace(): string | undefined;
