import type { Topology } from "./database";

/** Whether the provider can do something: `unverified` where its documentation does not say. */
export type Support = "yes" | "no" | "unverified";

/** What an engine version can do; `minimum` says in words from when on, where the answer is no. */
export interface VersionSupport {
  readonly supported: boolean;
  readonly minimum: string;
}

/** A form of text that the provider asks for: a test, and the form in words. */
export interface TextForm {
  readonly isValid: (text: string) => boolean;
  readonly form: string;
}

/** What an engine can do as the source of read replicas. */
export interface ReplicaFacts {
  /** Read replicas of one source, in all Regions together. */
  readonly maximum: number;
  /** Beyond this many cross-Region replicas the provider promises nothing. */
  readonly crossRegionPromised: number;
  /** Whether a replica can keep backups of its own. */
  readonly hasBackups: boolean;
  /** Whether a cross-Region replica takes a parameter group of ours. */
  readonly takesParameterGroup: boolean;
  /** Whether a source with replicas can have its password managed by the provider. */
  readonly allowsManagedPassword: boolean;
  readonly modes: readonly string[];
  /** Whether a cross-Region replica is possible between these Regions. */
  readonly crossRegion: (from: string, to: string) => Support;
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
  readonly supportsTopology: (topology: Topology, version: string) => VersionSupport;
  readonly supportsWriteForwarding: (version: string) => VersionSupport;
  readonly supportsServerless: boolean;
  /** Whether a secondary cluster may stand without an instance. */
  readonly supportsHeadless: boolean;
  readonly supportsBacktrack: boolean;
  readonly supportsIamAuthentication: boolean;
  readonly supportsInsights: boolean;
  readonly supportsMultiAz: boolean;
  readonly supportsBackupReplication: boolean;
  readonly fields: readonly EngineField[];
  readonly licenseModels: readonly string[];
  readonly databaseName: TextForm & { readonly maximumLength: number };
  readonly replicas: ReplicaFacts | undefined;
  readonly reservedUsernames: readonly string[];
  readonly masterUsernameLength: number;
  readonly logs: { readonly available: readonly string[]; readonly safe: readonly string[] };
  /** Parameters without which the provider refuses a database of this license model, and why. */
  readonly requiredParameters: (licenseModel: string | undefined) => readonly string[];
}
