// Declared names are few, and each is asked for whenever a handle is read.
const snakes = new Map<string, string>();

/** `natGateway` → `nat_gateway`. For names that the project declares; never for keys that a user wrote. */
export function snakeCase(name: string): string {
  const known = snakes.get(name);
  if (known !== undefined) return known;
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  snakes.set(name, snake);
  return snake;
}

/** `nat_gateway` → `natGateway`. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
