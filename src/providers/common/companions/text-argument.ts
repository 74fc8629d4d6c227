import type { ResourceElement } from "../../../terraform/program";

/** An argument of an element that is plain text. */
export function textArgument({ body }: ResourceElement, name: string): string | undefined {
  const item = body.find((one) => one.kind === "argument" && one.name === name);
  if (item?.kind !== "argument" || item.value.kind !== "literal") return undefined;
  return typeof item.value.value === "string" ? item.value.value : undefined;
}
