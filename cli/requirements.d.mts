export function nodeRefused(version: string): string | undefined;
export const stampFile: string;
export function installNeeded(root: string): string | undefined;
export function lockHash(root: string): string;
export function installRefused(root: string): string | undefined;
