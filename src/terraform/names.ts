/** `deletionWindowInDays` → `deletion_window_in_days`: the bindings' names as Terraform writes them. */
export function toSnakeCase(name: string): string {
  const known = snakeCased.get(name);
  if (known !== undefined) return known;
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  snakeCased.set(name, snake);
  return snake;
}

/** The bindings have some hundred names, and a large deployment has each of them thousands of times. */
const snakeCased = new Map<string, string>();

/** Words with hyphens as an identifier of Terraform: `eu-west-1` → `eu_west_1`. */
export function toIdentifier(...words: readonly (string | number)[]): string {
  return words.join("_").replace(/-/g, "_");
}
