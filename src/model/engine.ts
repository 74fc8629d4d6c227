import type { Topology } from "./database";

/** Whether the provider can do something: `unverified` where its documentation does not say. */
export type Support = "yes" | "no" | "unverified";

/** What an engine version can do; `minimum` says in words from when on, where the answer is no. */
export interface VersionSupport {
  readonly supported: boolean;
  readonly minimum: string;
}

/** A serverless capacity that not every version with serverless capacity has. */
export interface CapacitySupport {
  /** What it is, in words. */
  readonly feature: string;
  readonly isAsked: (minimum: number, maximum: number) => boolean;
  readonly supportedBy: (version: string) => VersionSupport;
}

/** A form of text that the provider asks for: a test, and the form in words. */
export interface TextForm {
  readonly isValid: (text: string) => boolean;
  readonly form: string;
}

/** How an engine writes a parameter that is on or off. */
export interface SwitchValues {
  readonly on: string;
  readonly off: string;
}

/** What an engine can do as the source of read replicas. */
export interface ReplicaFacts {
  /** Read replicas of one source, in all Regions together. */
  readonly maximum: number;
  /** Beyond this many cross-Region replicas the provider promises nothing. */
  readonly crossRegionPromised: number;
  /** Whether a replica of this version can keep backups of its own. */
  readonly hasBackups: (version: string) => boolean;
  /** Whether a source must have a standby, from which its replicas are fed. */
  readonly needsStandby: boolean;
  /** Whether a replica can have a standby of its own. */
  readonly supportsMultiAz: boolean;
  /** Whether a cross-Region replica takes a parameter group of ours. */
  readonly takesParameterGroup: boolean;
  /** Whether a source with replicas can have its password managed by the provider. */
  readonly allowsManagedPassword: boolean;
  readonly modes: readonly string[];
  /** Whether a cross-Region replica is possible between these Regions. */
  readonly crossRegion: (from: string, to: string) => Support;
}

/** Numbers that a setting may have; both ends are allowed. */
export interface SettingRange {
  readonly minimum: number;
  readonly maximum: number;
}

/** What a type of storage takes. */
export interface StorageTypeFacts {
  readonly allocatedGiB: SettingRange;
  /** None: the rate follows from the size. */
  readonly iops: ProvisionedRate | undefined;
  /** In MiB/s. */
  readonly throughput: ProvisionedRate | undefined;
  readonly needsIops: boolean;
  /** IOPS for each GiB that is allocated. */
  readonly iopsPerGiB: SettingRange | undefined;
  /** The most MiB/s for each of its IOPS; undefined: as many as there are. */
  readonly throughputPerIops?: number;
}

/** A rate of storage that can be chosen. */
export interface ProvisionedRate extends SettingRange {
  /** Below this size the rate is fixed. */
  readonly fromGiB: number;
}

/** Fields of a database that only some engines have. */
export type EngineField = "licenseModel" | "characterSet" | "timeZone" | "databaseName";

/** What is known of a database engine. */
export interface EngineFacts {
  readonly name: string;
  /** Whether a member is a cluster of instances, or an instance with storage of its own. */
  readonly form: "cluster" | "instance";
  readonly standardPort: number;
  readonly topologies: readonly Topology[];
  readonly version: TextForm;
  /** Whether the version is one of a line that is known; a line that is not may have come since. */
  readonly knowsVersion: (version: string) => boolean;
  readonly supportsTopology: (topology: Topology, version: string) => VersionSupport;
  /** Regions that came later have a global database only of later versions. */
  readonly supportsGlobalDatabaseIn: (region: string, version: string) => VersionSupport;
  readonly supportsWriteForwarding: (version: string) => VersionSupport;
  readonly supportsServerless: boolean;
  readonly supportsServerlessOf: (version: string) => VersionSupport;
  readonly capacities: readonly CapacitySupport[];
  /** Whether a secondary cluster may stand without an instance. */
  readonly supportsHeadless: boolean;
  readonly supportsBacktrack: boolean;
  readonly supportsIamAuthentication: boolean;
  readonly supportsIamAuthenticationOf: (version: string) => VersionSupport;
  /** Whether instances of this class have a performance history. */
  readonly supportsInsights: (instanceClass: string) => boolean;
  /** Whether the engine runs on ARM processors. */
  readonly supportsArm: boolean;
  readonly supportsMultiAz: boolean;
  /** The edition that instances of a class belong to; undefined where the engine has none. */
  readonly editionOf: (instanceClass: string) => string | undefined;
  readonly supportsMultiAzOf: (version: string) => VersionSupport;
  readonly supportsBackupReplication: boolean;
  readonly fields: readonly EngineField[];
  /** What texts the engine takes for fields that have a form of their own. */
  readonly forms: Readonly<Partial<Record<"characterSet" | "timeZone", TextForm>>>;
  readonly licenseModels: readonly string[];
  readonly databaseName: TextForm & {
    readonly maximumLength: number;
    /** Names of databases that an engine comes with, in small letters. */
    readonly reserved?: readonly string[];
  };
  readonly replicas: ReplicaFacts | undefined;
  /** The types of storage of an instance, by name; none where a cluster's storage grows by itself. */
  readonly storageTypes: ReadonlyMap<string, StorageTypeFacts>;
  /** Ports that the engine needs for itself. */
  readonly reservedPorts: readonly number[];
  /** Names that no master user has; `pg_*` is every name that begins so. */
  readonly reservedUsernames: readonly string[];
  readonly masterUsernameLength: number;
  readonly logs: { readonly available: readonly string[]; readonly safe: readonly string[] };
  /** Names of parameters. */
  readonly parameterName: TextForm;
  /** What a parameter is set to for true and for false. */
  readonly switchValues: (parameter: string) => SwitchValues;
  /** Parameters without which the provider refuses a database of this license model, and why. */
  readonly requiredParameters: (licenseModel: string | undefined) => readonly string[];
}
