import type { RegionName } from "../base/names";
import type { Renamed } from "./former-names";

/** How a key set gets its keys. */
export type KeyStrategy =
  "single-region" | "multi-region" | "provider-managed" | "provider-owned" | "existing";

/** What the keys of a key set are for. */
export type KeyPurpose = "database" | "client-side-encryption" | "signing" | "mac" | "secrets" | "logs";

/** What a key can do. */
export type KeyUsage = "ENCRYPT_DECRYPT" | "SIGN_VERIFY" | "GENERATE_VERIFY_MAC" | "KEY_AGREEMENT";

/** Where a key can be kept: in software, in hardware security modules, or in a key manager outside. */
export const KEY_PROTECTIONS = ["software", "hsm", "external", "external-vpc"] as const;

/** One of these places. */
export type KeyProtection = (typeof KEY_PROTECTIONS)[number];

/** Whether a key is kept by a key manager outside of the provider. */
export function isKeptOutside(protection: KeyProtection): boolean {
  return protection === "external" || protection === "external-vpc";
}

/** Where the key material comes from: the provider makes it, or somebody imports it. */
export type KeyOrigin = "provider" | "external";

/** Who may do what with a key, as the spec says it; the provider turns it into its own policy. */
export interface KeyPolicy {
  /** Whether policies of the account itself may grant access. */
  readonly accountRoot: boolean;
  readonly administrators: readonly string[];
  readonly operators: readonly string[];
  readonly users: readonly string[];
  /** Accounts that may use the key for snapshots shared with them. */
  readonly snapshotAccounts: readonly string[];
  /** Everyone outside this organization is denied. */
  readonly organizationId: string | undefined;
  /** Regions that a multi-Region key may be replicated to, beside its own. */
  readonly allowedReplicaRegions: readonly RegionName[];
  /** Statements in the provider's own words, as written. */
  readonly statements: readonly RawStatement[];
}

/** A statement of a policy in the provider's own words. */
export type RawStatement = Readonly<Record<string, unknown>>;

/** A grant on a key: permissions for one principal, apart from the policy. */
export interface Grant {
  readonly name: string;
  readonly grantee: string;
  readonly operations: readonly string[];
  readonly retiringPrincipal: string | undefined;
  readonly encryptionContext: GrantContext | undefined;
}

/** The encryption context that a grant is bound to. */
export interface GrantContext {
  readonly equals: Readonly<Record<string, string>> | undefined;
  readonly subset: Readonly<Record<string, string>> | undefined;
}

/** The properties of a customer managed key that no provider synchronises between Regions. */
export interface KeySettings {
  readonly description: string;
  /** Without a prefix, the main one first. */
  readonly aliases: readonly string[];
  readonly enabled: boolean;
  readonly deletionWindowDays: number;
  readonly policy: KeyPolicy;
  readonly grants: readonly Grant[];
  readonly tags: Readonly<Record<string, string>>;
}

/** Automatic rotation of the key material. */
export type Rotation = { readonly kind: "off" } | { readonly kind: "automatic"; readonly periodDays: number };

interface CustomerManagedKey {
  /** The Region that it serves; of a key that serves several, the first of them. */
  readonly region: RegionName;
  readonly settings: KeySettings;
  /** Whether nothing may ever destroy it, short of a change of the spec. */
  readonly protect: boolean;
  /** What connects the provider with the key manager outside that holds it, where one does. */
  readonly externalStore: string | undefined;
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

/** One key in a location of its own, which several Regions use. */
export interface LocationKey extends CustomerManagedKey {
  readonly kind: "location-key";
  readonly location: string;
  /** Every Region that it serves. */
  readonly regions: readonly RegionName[];
  readonly rotation: Rotation;
}

/** A key that stands already; nothing of it is managed here. */
export interface ExistingKey {
  readonly kind: "existing-key";
  readonly region: RegionName;
  readonly id: string;
}

/** The key that the provider's service keeps in a Region, in the account, by itself. */
export interface ProviderManagedKey {
  readonly kind: "provider-managed-key";
  readonly region: RegionName;
}

/** A key that the provider keeps for itself; it cannot be named. */
export interface ProviderOwnedKey {
  readonly kind: "provider-owned-key";
  readonly region: RegionName;
}

/** A key of the plan. */
export type PlannedKey =
  | PrimaryKey
  | ReplicaKey
  | SingleRegionKey
  | LocationKey
  | ExistingKey
  | ProviderManagedKey
  | ProviderOwnedKey;

/** A key that this deployment creates. */
export type ManagedKey = PrimaryKey | ReplicaKey | SingleRegionKey | LocationKey;

/** The kinds of {@link ManagedKey}. */
const MANAGED_KINDS: readonly PlannedKey["kind"][] = [
  "primary-key",
  "replica-key",
  "single-region-key",
  "location-key",
];

/** What something encrypted by a key is; decides the statements of the key's policy. */
export type KeyUse = "storage" | "insights" | "logs" | "secret" | "backup-replication" | "snapshot-copy";

/** The keys of one key set. "The key of this Region" is a lookup in `keyIn`. */
export interface KeySet extends Renamed {
  readonly strategy: KeyStrategy;
  readonly purposes: readonly KeyPurpose[];
  /** In the provider's words. */
  readonly spec: string;
  /** Undefined where neither the spec nor the purposes decide it. */
  readonly usage: KeyUsage | undefined;
  readonly origin: KeyOrigin;
  readonly protection: KeyProtection;
  readonly keyIn: ReadonlyMap<RegionName, PlannedKey>;
}

/** Whether this deployment creates the key. */
export function isManagedKey(key: PlannedKey): key is ManagedKey {
  return MANAGED_KINDS.includes(key.kind);
}

/** The Regions that a key set serves: each with a key of its own, or several with the one of their location. */
export function servedRegions({ keyIn }: Pick<KeySet, "keyIn">): readonly RegionName[] {
  return [...keyIn.values()].flatMap((key) => (key.kind === "location-key" ? key.regions : [key.region]));
}

/** Whether the deployment can name the key: a key of its own, or one that stands already. */
export function canBeNamed(strategy: KeyStrategy): boolean {
  return strategy !== "provider-managed" && strategy !== "provider-owned";
}
