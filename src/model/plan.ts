import type { RegionName } from "../base/names";
import type { PlannedDatabase } from "./database";
import type { EncryptionBinding } from "./encryption";
import type { KeySet } from "./key";
import type { PlannedRegion } from "./region";

/** One root module: what is created together and shares a state. */
export interface PlannedStack {
  readonly name: string;
}

/**
 * The deployment with every default in place and every reference resolved, in a fixed order: the primary
 * Region first, then Regions, key sets and databases by name. It names no provider's resources.
 */
export interface DeploymentPlan {
  readonly name: string;
  readonly primaryRegion: RegionName;
  readonly regions: readonly PlannedRegion[];
  readonly keySets: readonly KeySet[];
  readonly databases: readonly PlannedDatabase[];
  readonly encryption: readonly EncryptionBinding[];
  readonly stacks: readonly PlannedStack[];
}
