import type { RegionName } from "../base/names";
import type { PlannedDatabase } from "./database";
import type { EncryptionBinding } from "./encryption";
import type { KeySet, KeyUse } from "./key";
import type { PlannedRegion } from "./region";

/** The key set that serves each use of a database; a use without one gets the provider's own key. */
export type KeyAssignments = Readonly<Partial<Record<KeyUse, string>>>;

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
  readonly assignments: ReadonlyMap<string, KeyAssignments>;
  readonly encryption: readonly EncryptionBinding[];
}
