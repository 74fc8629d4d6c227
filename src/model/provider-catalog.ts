import type { RegionName } from "../base/names";
import type { Topology } from "./database";
import type { KeyPurpose, KeyStrategy } from "./key";

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

/** Numbers of the provider that rules hold a spec against. */
export interface ProviderLimits {
  readonly rotationPeriodDays: RangeLimit;
  readonly deletionWindowDays: RangeLimit;
  readonly keyDescriptionLength: MaximumLimit;
  /** Characters of an alias without its prefix. */
  readonly aliasLength: MaximumLimit;
  readonly identifierLength: MaximumLimit;
  readonly backupRetentionDays: RangeLimit;
  readonly secondaryRegions: RangeLimit;
  /** Instances of a secondary cluster. */
  readonly secondaryInstances: MaximumLimit;
  /** Instances of a primary cluster and secondary clusters, taken together. */
  readonly primaryInstancesAndSecondaries: MaximumLimit;
  readonly insightsRetentionDays: ChoiceLimit;
  readonly enhancedMonitoringSeconds: ChoiceLimit;
  readonly logRetentionDays: ChoiceLimit;
  readonly port: RangeLimit;
  readonly databaseNameLength: MaximumLimit;
  readonly masterUsernameLength: MaximumLimit;
}

/** What a spec gets where it says nothing. */
export interface ProviderDefaults {
  readonly rotationPeriodDays: number;
  readonly deletionWindowDays: number;
  readonly backupRetentionDays: number;
  readonly insightsRetentionDays: number;
  readonly enhancedMonitoringSeconds: number;
  readonly logRetentionDays: number;
  readonly clusterInstances: number;
  readonly masterUsername: string;
}

/** Whether the provider can do something: `unverified` where its documentation does not say. */
export type Support = "yes" | "no" | "unverified";

/** What is known of a Region. */
export interface RegionFacts {
  readonly partition: string;
  /** Whether an account must enable the Region before it can be used. */
  readonly isOptIn: boolean;
  readonly supports: Readonly<Record<Topology, Support>>;
}

/** What an engine version can do; `minimum` says in words from when on, where the answer is no. */
export interface VersionSupport {
  readonly supported: boolean;
  readonly minimum: string;
}

/** What is known of a database engine. */
export interface EngineFacts {
  readonly name: string;
  readonly standardPort: number;
  readonly topologies: readonly Topology[];
  /** Whether the text is a version of this engine at all, and its form in words. */
  readonly version: { readonly isValid: (version: string) => boolean; readonly form: string };
  readonly supportsTopology: (topology: Topology, version: string) => VersionSupport;
  readonly supportsWriteForwarding: (version: string) => VersionSupport;
  /** Whether a secondary cluster may stand without an instance. */
  readonly supportsHeadless: boolean;
  readonly managedPasswordTopologies: readonly Topology[];
  readonly reservedUsernames: readonly string[];
  readonly logs: { readonly available: readonly string[]; readonly safe: readonly string[] };
}

/** The parts of a key's identifier, or what is wrong with it. */
export type KeyIdentifier =
  | { readonly kind: "key"; readonly partition: string; readonly region: string; readonly account: string }
  | { readonly kind: "alias"; readonly region: string }
  | { readonly kind: "malformed" };

/** The parts of a principal's identifier, or what is wrong with it. */
export type PrincipalIdentifier =
  | { readonly kind: "principal"; readonly partition: string }
  | { readonly kind: "session"; readonly role: string }
  | { readonly kind: "everyone" }
  | { readonly kind: "malformed" };

/** What the provider-neutral stages may ask of a provider: capabilities, never its name. */
export interface ProviderCatalog {
  /** The provider's name for people. */
  readonly title: string;
  readonly regions: ReadonlyMap<RegionName, RegionFacts>;
  readonly engines: ReadonlyMap<string, EngineFacts>;
  readonly limits: ProviderLimits;
  readonly defaults: ProviderDefaults;
  /** The words of the spec for the key strategies. */
  readonly strategies: ReadonlyMap<string, KeyStrategy>;
  /** Purposes in which principals use a key directly, not through a service. */
  readonly directUsePurposes: readonly KeyPurpose[];
  /** Purposes in which databases and their services use a key. */
  readonly servicePurposes: readonly KeyPurpose[];
  /** Instance classes that a topology refuses, and why. */
  readonly instanceClassProblem: (
    instanceClass: string,
    topology: Topology,
  ) => InstanceClassProblem | undefined;
  readonly parseKeyIdentifier: (text: string) => KeyIdentifier;
  readonly parsePrincipal: (text: string) => PrincipalIdentifier;
  readonly isReservedAlias: (alias: string) => boolean;
  /** The form of an identifier of a database, in words, and whether a text has it. */
  readonly identifier: { readonly isValid: (text: string) => boolean; readonly form: string };
  readonly databaseName: { readonly isValid: (text: string) => boolean; readonly form: string };
  readonly masterUsername: { readonly isValid: (text: string) => boolean; readonly form: string };
}

/** Why an instance class cannot be used. */
export interface InstanceClassProblem {
  readonly kind: "malformed" | "burstable" | "serverless";
}
