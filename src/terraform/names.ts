/** `deletionWindowInDays` → `deletion_window_in_days`: the bindings' names as Terraform writes them. */
export function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Words with hyphens as an identifier of Terraform: `eu-west-1` → `eu_west_1`. */
export function toIdentifier(...words: readonly (string | number)[]): string {
  return words.join("_").replace(/-/g, "_");
}
