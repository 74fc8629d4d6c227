import { stringify } from "yaml";

/** Data as YAML, one value a line. */
export function printYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}
