import type { RegionName } from "../base/names";
import type { PlannedDatabase } from "./database";
import type { EncryptionBinding } from "./encryption";
import type { KeySet, KeyUse } from "./key";
import type { PlannedRegion } from "./region";

/** A key set that is to serve a use of a database in a Region, as the spec names it. */
export interface KeyAssignment {
  readonly database: string;
  readonly use: KeyUse;
  readonly region: RegionName;
  /** Which one, where there may be several of a use in a Region. */
  readonly item?: number;
  readonly keySet: string;
  /** Where the spec names it. */
  readonly path: readonly (string | number)[];
}

/**
 * The spec with its defaults in place and overrides merged, before the rules have judged it: names may
 * point at nothing, Regions may lack a key.
 */
export interface ResolvedDeployment {
  readonly name: string;
  readonly primaryRegion: RegionName;
  readonly regions: readonly PlannedRegion[];
  readonly keySets: ReadonlyMap<string, KeySet>;
  readonly databases: ReadonlyMap<string, PlannedDatabase>;
  /** Uses without an assignment get the provider's own key. */
  readonly assignments: readonly KeyAssignment[];
  /** The assignments for which there is a key. */
  readonly encryption: readonly EncryptionBinding[];
}
