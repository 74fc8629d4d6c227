import type { RegionName } from "../base/names";

/** How a key set gets its keys. */
export type KeyStrategy = "single-region" | "multi-region" | "provider-managed" | "existing";

/** What the keys of a key set are for. */
export type KeyPurpose = "database" | "client-side-encryption" | "logs";

/** Who may do what with a key, as the spec says it; the provider turns it into its own policy. */
export interface KeyPolicy {
  /** Whether policies of the account itself may grant access. */
  readonly accountRoot: boolean;
  readonly administrators: readonly string[];
  readonly operators: readonly string[];
  readonly users: readonly string[];
}

/** The properties of a customer managed key that no provider synchronises between Regions. */
export interface KeySettings {
  readonly description: string;
  /** Without a prefix, the main one first. */
  readonly aliases: readonly string[];
  readonly enabled: boolean;
  readonly deletionWindowDays: number;
  readonly policy: KeyPolicy;
  readonly tags: Readonly<Record<string, string>>;
}

/** Automatic rotation of the key material. */
export type Rotation = { readonly kind: "off" } | { readonly kind: "automatic"; readonly periodDays: number };

interface CustomerManagedKey {
  readonly region: RegionName;
  readonly settings: KeySettings;
  /** Whether Terraform must never destroy it. */
  readonly protect: boolean;
}

/** A multi-Region primary key. */
export interface PrimaryKey extends CustomerManagedKey {
  readonly kind: "primary-key";
  readonly rotation: Rotation;
}

/** A replica of a multi-Region primary key; rotation, spec and usage are the primary key's. */
export interface ReplicaKey extends CustomerManagedKey {
  readonly kind: "replica-key";
  readonly primaryRegion: RegionName;
}

/** An independent key of one Region. */
export interface SingleRegionKey extends CustomerManagedKey {
  readonly kind: "single-region-key";
  readonly rotation: Rotation;
}

/** A key that stands already; nothing of it is managed here. */
export interface ExistingKey {
  readonly kind: "existing-key";
  readonly region: RegionName;
  readonly id: string;
}

/** The key that the provider's service keeps in a Region by itself. */
export interface ProviderManagedKey {
  readonly kind: "provider-managed-key";
  readonly region: RegionName;
}

/** A key of the plan. */
export type PlannedKey = PrimaryKey | ReplicaKey | SingleRegionKey | ExistingKey | ProviderManagedKey;

/** A key that this deployment creates. */
export type ManagedKey = PrimaryKey | ReplicaKey | SingleRegionKey;

/** What something encrypted by a key is; decides the statements of the key's policy. */
export type KeyUse = "storage" | "insights" | "logs";

/** The keys of one key set. "The key of this Region" is a lookup in `keyIn`. */
export interface KeySet {
  readonly name: string;
  readonly strategy: KeyStrategy;
  readonly purposes: readonly KeyPurpose[];
  readonly keyIn: ReadonlyMap<RegionName, PlannedKey>;
}

/** Whether this deployment creates the key. */
export function isManagedKey(key: PlannedKey): key is ManagedKey {
  return key.kind === "primary-key" || key.kind === "replica-key" || key.kind === "single-region-key";
}
