import { toIdentifier } from "./names";
import type { ResourceElement, TerraformProgram } from "./program";

/** What an element must say so that the right provider creates it in its Region. */
export type Placement =
  | { readonly kind: "none" }
  | { readonly kind: "provider"; readonly provider: string }
  | { readonly kind: "alias"; readonly provider: string; readonly alias: string }
  | { readonly kind: "argument"; readonly region: string };

/** The alias of a Region's provider block; undefined for the default one. */
export function aliasOf(
  region: string,
  program: Pick<TerraformProgram, "defaultRegion">,
): string | undefined {
  return region === program.defaultRegion ? undefined : toIdentifier(region);
}

/** How an element says its Region in a program. */
export function placementOf(
  { type, region, provider }: ResourceElement,
  program: Pick<TerraformProgram, "placementStyle" | "defaultRegion">,
): Placement {
  if (provider !== undefined) return { kind: "provider", provider };
  if (region === undefined || program.placementStyle === "own") return { kind: "none" };
  if (program.placementStyle === "argument") return { kind: "argument", region };
  const alias = aliasOf(region, program);
  return alias === undefined ? { kind: "none" } : { kind: "alias", provider: providerNameOf(type), alias };
}

/** `aws_kms_key` → `aws`: the local name of the provider that a type belongs to. */
function providerNameOf(type: string): string {
  return type.slice(0, type.indexOf("_"));
}
