import type { RegionName } from "../base/names";
import type { KeySetSpec } from "./schema/key-set";

/** The identifiers of existing keys by Region, and the field that the spec writes them under. */
export interface ExistingIds {
  readonly field: "arns" | "ids";
  readonly ids: Readonly<Partial<Record<RegionName, string>>> | undefined;
}

/** The existing keys of a key set: `arns`, or `ids`, which is the same under a provider-neutral name. */
export function existingIds(set: KeySetSpec | undefined): ExistingIds {
  if (set?.arns === undefined && set?.ids !== undefined) return { field: "ids", ids: set.ids };
  return { field: "arns", ids: set?.arns };
}
