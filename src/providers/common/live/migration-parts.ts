import {
  isLate,
  type MigrationStep,
  type ReviewedResource,
  type ReviewValue,
} from "../../../terraform/live-behaviour";

/** Both sides of a resource that would be replaced. */
export interface Replacement {
  readonly before: ReviewedResource;
  readonly after: ReviewedResource;
}

/** A step; several commands are several lines. */
export function step(text: string, ...commands: readonly string[]): MigrationStep {
  return commands.length === 0 ? { text } : { text, command: commands.join("\n") };
}

/** An argument as a command takes it; undefined where the text does not tell it. */
export function plain(value: ReviewValue | undefined): string | undefined {
  if (value === undefined || value === null || isLate(value)) return undefined;
  if (!Array.isArray(value)) return typeof value === "object" ? undefined : String(value);
  const items = (value as readonly ReviewValue[]).map(plain);
  return items.every((item) => item !== undefined) ? items.join(" ") : undefined;
}

/** Commands that make Terraform forget resources, and know others in their places; run in the root module. */
export function stateCommands(
  resources: readonly { readonly address: string; readonly id: string }[],
): readonly string[] {
  return [
    ...resources.map(({ address }) => `terraform state rm '${address}'`),
    ...resources.map(({ address, id }) => `terraform import '${address}' ${id}`),
  ];
}
