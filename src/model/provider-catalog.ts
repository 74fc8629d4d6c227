import type { RegionName } from "../base/names";
import type { PasswordSource, Topology } from "./database";
import type { EngineFacts, Support, TextForm } from "./engine";
import type { KeyProtection, KeyPurpose, KeyStrategy, KeyUsage, KeyUse } from "./key";
import type { LanguageGap } from "./provider-language";

/** A number that the provider sets, with the page that says so. Both ends are allowed. */
export interface RangeLimit {
  readonly minimum: number;
  readonly maximum: number;
  readonly source: string;
}

/** A greatest number that the provider sets, with the page that says so. */
export interface MaximumLimit {
  readonly maximum: number;
  readonly source: string;
}

/** A closed list of numbers that the provider takes, with the page that says so. */
export interface ChoiceLimit {
  readonly values: readonly number[];
  readonly source: string;
}

/** Numbers of the provider that rules hold a spec against; what is undefined, the provider does not have or bound. */
export interface ProviderLimits {
  readonly rotationPeriodDays: RangeLimit;
  readonly deletionWindowDays: RangeLimit;
  readonly keyDescriptionLength?: MaximumLimit;
  /** Characters of an alias without its prefix. */
  readonly aliasLength?: MaximumLimit;
  readonly aliasesPerKey?: MaximumLimit;
  readonly grantContextPairs?: MaximumLimit;
  /** Characters in a value of the encryption context of a grant. */
  readonly grantContextValueLength?: MaximumLimit;
  readonly identifierLength?: MaximumLimit;
  readonly backupRetentionDays: Readonly<Record<EngineFacts["form"], RangeLimit>>;
  readonly secondaryRegions: RangeLimit;
  /** Instances of a secondary cluster. */
  readonly secondaryInstances: MaximumLimit;
  /** Instances of a primary cluster and secondary clusters, taken together. */
  readonly primaryInstancesAndSecondaries?: MaximumLimit;
  /** Instances of a cluster that stands alone. */
  readonly clusterInstances: MaximumLimit;
  readonly serverlessCapacity?: RangeLimit & {
    readonly step: number;
    /** What the greatest capacity must be at least. */
    readonly leastMaximum: number;
    readonly globalPrimaryMinimum: number;
  };
  readonly backtrackHours?: RangeLimit;
  readonly insightsRetentionDays?: ChoiceLimit;
  readonly enhancedMonitoringSeconds?: ChoiceLimit;
  readonly logRetentionDays?: ChoiceLimit;
  /** By how much storage must be able to grow, if it may at all. */
  readonly storageGrowth?: { readonly minimumPercent: number; readonly source: string };
  readonly port?: RangeLimit;
  /** Minutes of a backup or maintenance window. */
  readonly windowMinutes: RangeLimit;
  /** Replicated backups of an account in a Region. */
  readonly replicatedBackupsPerRegion?: MaximumLimit;
}

/** What a spec gets where it says nothing. */
export interface ProviderDefaults {
  readonly rotationPeriodDays: number;
  readonly deletionWindowDays: number;
  readonly backupRetentionDays: number;
  /** None: the provider decides how long. */
  readonly insightsRetentionDays?: number;
  /** None: the provider has no such monitoring. */
  readonly enhancedMonitoringSeconds?: number;
  /** None: logs are kept as long as the provider's log service says. */
  readonly logRetentionDays?: number;
  readonly clusterInstances: number;
  readonly masterUsername: string;
  readonly keySpec: string;
  readonly keyProtection: KeyProtection;
  readonly storageType: string;
  readonly caCertificate: string;
}

/** What is known of a Region. */
export interface RegionFacts {
  readonly partition: string;
  /** Whether an account must enable the Region before it can be used. */
  readonly isOptIn: boolean;
  readonly supports: Readonly<Record<Topology, Support>>;
  readonly supportsMultiRegionKeys: Support;
  /** Whether automated backups can be replicated from there and to there. */
  readonly supportsBackupReplication: Support;
  /** Whether a snapshot can be copied from there to another Region by what is written. */
  readonly supportsSnapshotCopies: Support;
  /** Whether a cluster there can be taken back. */
  readonly supportsBacktrack: Support;
}

/** What is known of a key spec. */
export interface KeySpecFacts {
  readonly usages: readonly KeyUsage[];
  readonly isSymmetricEncryption: boolean;
  readonly grantOperations: (usage: KeyUsage) => readonly string[];
  /** The only partition that has it; undefined: all. */
  readonly partition: string | undefined;
}

/** The parts of a key's identifier, or what is wrong with it. */
export type KeyIdentifier =
  | {
      readonly kind: "key";
      readonly partition: string;
      readonly region: string;
      readonly account: string;
      /** What related keys have in common. */
      readonly name: string;
      readonly isMultiRegion: boolean;
    }
  | { readonly kind: "alias"; readonly region: string }
  /** One version of a key; with the name of the key itself. */
  | { readonly kind: "version"; readonly key: string }
  | { readonly kind: "malformed" };

/** The parts of a principal's identifier, or what is wrong with it. */
export type PrincipalIdentifier =
  | { readonly kind: "principal"; readonly partition: string }
  | { readonly kind: "session"; readonly role: string }
  /** A whole account by its number alone. */
  | { readonly kind: "account" }
  | { readonly kind: "service" }
  | { readonly kind: "everyone" }
  /** `meant`: how it is written, where what was written says that. */
  | { readonly kind: "malformed"; readonly meant?: readonly string[] };

/**
 * The name of a snapshot: one of the database's own Region, or the provider's full name of one; and what its copies are
 * called.
 */
export type SnapshotIdentifier =
  | { readonly kind: "own"; readonly copyName: string }
  | {
      readonly kind: "full";
      readonly copyName: string;
      readonly partition: string;
      readonly region: string;
      readonly account: string;
      readonly form: EngineFacts["form"];
    }
  | { readonly kind: "malformed" };

/** Why an instance class cannot be used. */
export type InstanceClassProblem =
  | "malformed"
  | "burstable"
  | "serverless"
  | "unencrypted"
  | "not-for-clusters"
  | "not-for-engine"
  | "unverified";

/** What a provider can do in ways that change what a spec means. */
export interface ProviderCapabilities {
  /** How a multi-region key set serves several Regions: by a primary key and its replicas, or by one key of a location. */
  readonly multiRegionKeys: "replicas" | "location";
  /** Whether keys have aliases. */
  readonly keyAliases: boolean;
  /** Whether imported key material can be given through a variable. */
  readonly materialVariable: boolean;
  /** What keys of a deployment can encrypt of a database. */
  readonly keyUses: readonly KeyUse[];
  /** What databases of a Region are placed in: a subnet group of that Region, or a network of the whole deployment. */
  readonly network: "subnet-groups" | "global";
}

/** How the provider calls what a spec must name in the provider's own form. */
export interface ProviderWords {
  /** With its article. */
  readonly key: string;
  readonly keyForm: string;
  /** With its article. */
  readonly principal: string;
  readonly principalForm: string;
  /** What an instance has whose copy in another zone takes over when its own fails. */
  readonly standby: string;
  /** That many instances of a cluster, one of which takes writes. */
  readonly instances: (count: number) => string;
  /** An instance class that most databases of a form can have. */
  readonly instanceClass: Readonly<Record<EngineFacts["form"], string>>;
}

/** What the provider-neutral stages may ask of a provider: capabilities, never its name. */
export interface ProviderCatalog {
  /** The provider's name for people. */
  readonly title: string;
  /** What of the language it does not have. */
  readonly gaps: readonly LanguageGap[];
  /** Fields that every spec must have, beside those that every provider asks for, by their steps. */
  readonly requiredFields: readonly (readonly string[])[];
  readonly capabilities: ProviderCapabilities;
  readonly words: ProviderWords;
  readonly regions: ReadonlyMap<RegionName, RegionFacts>;
  /** Whether a name that is not among them may be that of a Region all the same. */
  readonly mayBeRegion: (name: string) => boolean;
  readonly engines: ReadonlyMap<string, EngineFacts>;
  readonly limits: ProviderLimits;
  readonly defaults: ProviderDefaults;
  /** The words of the spec for the key strategies. */
  readonly strategies: ReadonlyMap<string, KeyStrategy>;
  readonly keySpecs: ReadonlyMap<string, KeySpecFacts>;
  /** Words of the language for key specs that the provider names otherwise. */
  readonly keySpecWords: ReadonlyMap<string, string>;
  /** Locations, beside Regions, that a key can be in; none of a service. */
  readonly keyLocations: ReadonlySet<string>;
  /** The usage that a purpose asks of a key; undefined where it asks for none. */
  readonly usageOfPurpose: (purpose: KeyPurpose) => KeyUsage;
  /** Purposes in which principals use a key directly, not through a service. */
  readonly directUsePurposes: readonly KeyPurpose[];
  /** Purposes in which databases and their services use a key; they need symmetric encryption keys. */
  readonly servicePurposes: readonly KeyPurpose[];
  /** Where a master password can come from there; the first is the default. */
  readonly passwordSources: (engine: EngineFacts, topology: Topology) => readonly PasswordSource[];
  readonly instanceClassProblem: (
    instanceClass: string,
    topology: Topology,
    engine: EngineFacts,
  ) => InstanceClassProblem | undefined;
  /** The classes that are known, of which a slip of the pen is told; none where they have no list. */
  readonly instanceClasses: readonly string[];
  readonly parseKeyIdentifier: (text: string) => KeyIdentifier;
  readonly parsePrincipal: (text: string) => PrincipalIdentifier;
  readonly parseSnapshot: (text: string) => SnapshotIdentifier;
  readonly isReservedAlias: (alias: string) => boolean;
  /** Identifiers of databases and their members. */
  readonly identifier: TextForm;
  readonly masterUsername: TextForm;
}

/** The word of the spec for a key strategy. */
export function strategyWord(
  { strategies }: Pick<ProviderCatalog, "strategies">,
  strategy: KeyStrategy,
): string {
  const [word = strategy] = [...strategies].find(([, one]) => one === strategy) ?? [];
  return word;
}
