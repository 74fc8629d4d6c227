/** Compares a version, such as `8.0.31`, with numbers; parts that are not written are taken to be the newest. */
export function compareNumbers(version: string, numbers: readonly number[]): number {
  const given = version.split(".").map(Number);
  for (const [index, part] of numbers.entries()) {
    const own = given[index] ?? Infinity;
    if (own !== part) return own - part;
  }
  return 0;
}
