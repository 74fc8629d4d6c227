import type { RegionName } from "../base/names";
import type { KeyPurpose, KeyStrategy } from "../model/key";
import type { ProviderCatalog } from "../model/provider-catalog";
import type { DeploymentSpec } from "../spec/schema/deployment";
import type { KeySetSpec } from "../spec/schema/key-set";

/** What the settings of a key are resolved from. */
export interface KeyContext {
  readonly name: string;
  readonly set: KeySetSpec;
  readonly strategy: KeyStrategy;
  readonly purposes: readonly KeyPurpose[];
  readonly region: RegionName;
  /** The Regions of the key set, by name. */
  readonly regions: readonly RegionName[];
  readonly spec: DeploymentSpec;
  readonly catalog: ProviderCatalog;
}
