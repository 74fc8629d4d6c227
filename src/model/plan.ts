import type { RegionName } from "../base/names";
import type { PlannedDatabase } from "./database";
import type { EncryptionBinding } from "./encryption";
import type { KeySet } from "./key";
import type { PlannedRegion } from "./region";

/** How a deployment is cut into stacks, each of which is applied by itself. */
export type Layout = "single" | "layered" | "regional";

/** What a stack is about. */
export type Layer = "keys" | "global" | "databases";

/** One stack: what is created together and shares a state. */
export interface PlannedStack {
  readonly name: string;
  /** Undefined: everything. */
  readonly layer: Layer | undefined;
  /** Undefined: of all Regions. */
  readonly region: RegionName | undefined;
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
  readonly layout: Layout;
}

/** The stack that holds what a layer has in a Region. */
export function stackOf(
  { name, layout }: Pick<DeploymentPlan, "name" | "layout">,
  layer: Layer,
  region: RegionName,
): PlannedStack {
  switch (layout) {
    case "single":
      return { name, layer: undefined, region: undefined };
    case "layered":
      return layer === "keys"
        ? { name: `${name}-keys`, layer, region: undefined }
        : { name: `${name}-databases`, layer: "databases", region: undefined };
    case "regional":
      return layer === "global"
        ? { name: `${name}-global`, layer, region: undefined }
        : { name: `${name}-${layer}-${region}`, layer, region };
  }
}
