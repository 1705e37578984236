/** Every reference of a configuration asks for its part, every fact for a name, and most are alike. */
export function remembered(find: (address: string) => string): (address: string) => string {
  const known = new Map<string, string>();
  return (address) => {
    const found = known.get(address) ?? find(address);
    known.set(address, found);
    return found;
  };
}
