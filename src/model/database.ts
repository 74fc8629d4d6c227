import type { RegionName } from "../base/names";

/** How the members of a database stand to each other. */
export type Topology = "global-database";

/** The instances of a cluster. */
export interface Instances {
  readonly class: string;
  readonly count: number;
}

/** Where the master user's password comes from. */
export type PasswordSource = "managed" | "variable";

/** A log of the engine that is sent to the provider's log service. */
export interface LogSettings {
  readonly exports: readonly string[];
  readonly retentionDays: number;
}

/** Performance history of the instances. */
export type Insights = { readonly kind: "off" } | { readonly kind: "on"; readonly retentionDays: number };

/** Monitoring of every member. */
export interface Monitoring {
  /** Seconds between samples of the operating system; 0 is off. */
  readonly enhancedSeconds: number;
  readonly insights: Insights;
  readonly logs: LogSettings;
}

/** A cluster of a database in one Region. */
export interface ClusterMember {
  readonly role: "primary" | "secondary";
  readonly region: RegionName;
  readonly identifier: string;
  readonly instances: Instances;
  /** One for each instance, the writer of the primary cluster first. */
  readonly instanceIdentifiers: readonly string[];
}

/** What all topologies have in common. */
export interface DatabaseCore {
  readonly name: string;
  readonly engine: string;
  readonly engineVersion: string;
  readonly identifier: string;
  readonly databaseName: string | undefined;
  readonly masterUsername: string;
  readonly masterPassword: PasswordSource;
  readonly port: number;
  /** Parameters beside the engine's safe set, as the spec writes them. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly backupRetentionDays: number;
  readonly monitoring: Monitoring;
  readonly deletionProtection: boolean;
  readonly protect: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** A primary cluster and its secondary clusters in other Regions. */
export interface GlobalDatabase extends DatabaseCore {
  readonly topology: "global-database";
  readonly primary: ClusterMember;
  readonly secondaries: readonly ClusterMember[];
  readonly writeForwarding: boolean;
}

/** A database of the plan. */
export type PlannedDatabase = GlobalDatabase;

/** The clusters of a database, the primary cluster first. */
export function membersOf(database: PlannedDatabase): readonly ClusterMember[] {
  return [database.primary, ...database.secondaries];
}
