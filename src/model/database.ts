import type { RegionName } from "../base/names";
import type { Renamed } from "./former-names";

/** How the members of a database stand to each other. */
export type Topology = "global-database" | "read-replicas" | "single-region";

/** Where the master user's password comes from. */
export type PasswordSource = "managed" | "variable" | "none";

/** What clients must do so that the provider takes their connection. */
export type TlsMode = "encrypted" | "client-certificate";

/** How large the instances of a cluster are. */
export type Capacity =
  | { readonly kind: "provisioned"; readonly class: string }
  /** Capacity units of the provider, which a cluster takes as it needs them. */
  | { readonly kind: "serverless"; readonly minimum: number; readonly maximum: number };

/** Storage of an instance that is no member of a cluster. */
export interface InstanceStorage {
  readonly allocatedGiB: number;
  readonly maxAllocatedGiB: number | undefined;
  readonly type: string;
  readonly iops: number | undefined;
  readonly throughput: number | undefined;
}

/** Logs of the engine that are sent to the provider's log service. */
export interface LogSettings {
  readonly exports: readonly string[];
  /** Undefined: as long as the provider's log service says. */
  readonly retentionDays: number | undefined;
}

/** Performance history of the instances. */
export type Insights =
  | { readonly kind: "off" }
  /** Without a number of days the provider decides. */
  | { readonly kind: "on"; readonly retentionDays: number | undefined };

/** Monitoring of every member. */
export interface Monitoring {
  /** Seconds between samples of the operating system; 0 is off. */
  readonly enhancedSeconds: number;
  readonly insights: Insights;
  readonly logs: LogSettings;
}

/** Backups of a database. */
export interface Backup {
  readonly retentionDays: number;
  /** Daily, in UTC; the provider chooses when undefined. */
  readonly window: string | undefined;
  readonly finalSnapshot: boolean;
  /** Regions that automated backups are replicated to. */
  readonly replicateTo: readonly RegionName[];
}

/** A snapshot that is copied to a Region. */
export interface SnapshotCopy {
  /** Identifier in the database's first Region, or the provider's full name of a snapshot. */
  readonly snapshot: string;
  readonly toRegion: RegionName;
}

/** What every member of a database has in its Region. */
interface Member {
  readonly region: RegionName;
  readonly identifier: string;
  /** Parameters beside the engine's safe set. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

/** A cluster of a database in one Region. */
export interface ClusterMember extends Member {
  readonly kind: "cluster";
  readonly role: "primary" | "secondary";
  readonly capacity: Capacity;
  /** One for each instance, the writer of a primary cluster first; none: a headless cluster. */
  readonly instanceIdentifiers: readonly string[];
  /** Whether each instance has a standby; undefined where an engine does not leave that to the spec. */
  readonly multiAz: boolean | undefined;
}

/** An instance that is no member of a cluster: a source, or one that stands alone. */
export interface InstanceMember extends Member {
  readonly kind: "instance";
  readonly class: string;
  readonly multiAz: boolean;
}

/** A read replica of an instance. */
export interface ReplicaMember extends Member {
  readonly kind: "replica";
  readonly class: string;
  readonly multiAz: boolean;
  /** Whether it is in another Region than its source. */
  readonly isCrossRegion: boolean;
}

/** What all topologies have in common. */
export interface DatabaseCore extends Renamed {
  readonly engine: string;
  readonly engineVersion: string;
  readonly licenseModel: string | undefined;
  readonly characterSet: string | undefined;
  readonly timeZone: string | undefined;
  readonly identifier: string;
  readonly databaseName: string | undefined;
  readonly masterUsername: string;
  readonly masterPassword: PasswordSource;
  readonly port: number;
  readonly backup: Backup;
  readonly snapshotCopies: readonly SnapshotCopy[];
  /** Accounts that snapshots are shared with. */
  readonly snapshotAccounts: readonly string[];
  /** Weekly, in UTC; the provider chooses when undefined. */
  readonly maintenanceWindow: string | undefined;
  readonly autoMinorVersionUpgrade: boolean;
  readonly caCertificate: string;
  readonly tls: TlsMode;
  /** What the provider sells the engine as, where it has several. */
  readonly edition: string | undefined;
  readonly iamAuthentication: boolean;
  readonly monitoring: Monitoring;
  readonly deletionProtection: boolean;
  readonly protect: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** A primary cluster and its secondary clusters in other Regions. */
export interface GlobalDatabase extends DatabaseCore {
  readonly topology: "global-database";
  readonly primaryRegion: RegionName;
  readonly primary: ClusterMember | AdoptedCluster;
  readonly secondaries: readonly ClusterMember[];
  readonly writeForwarding: boolean;
}

/** A primary cluster that stands already and is managed elsewhere. */
export interface AdoptedCluster {
  readonly kind: "adopted";
  readonly region: RegionName;
  readonly identifier: string;
}

/** An instance and its read replicas, in its own and in other Regions. */
export interface ReadReplicaTopology extends DatabaseCore {
  readonly topology: "read-replicas";
  readonly source: InstanceMember;
  readonly replicas: readonly ReplicaMember[];
  readonly replicaMode: string | undefined;
  /** The Region whose first replica takes over in a disaster, where the spec names one. */
  readonly drRegion: RegionName | undefined;
  readonly storage: InstanceStorage;
}

/** A cluster in one Region. */
export interface SingleRegionCluster extends DatabaseCore {
  readonly topology: "single-region";
  readonly form: "cluster";
  readonly cluster: ClusterMember;
  readonly backtrackHours: number;
}

/** An instance in one Region. */
export interface SingleRegionInstance extends DatabaseCore {
  readonly topology: "single-region";
  readonly form: "instance";
  readonly instance: InstanceMember;
  readonly storage: InstanceStorage;
}

/** A database of the plan. */
export type PlannedDatabase =
  GlobalDatabase | ReadReplicaTopology | SingleRegionCluster | SingleRegionInstance;

/** A member that this deployment creates. */
export type DatabaseMember = ClusterMember | InstanceMember | ReplicaMember;

/** The members that this deployment creates, the primary one first. */
export function membersOf(database: PlannedDatabase): readonly DatabaseMember[] {
  switch (database.topology) {
    case "global-database":
      return database.primary.kind === "adopted"
        ? database.secondaries
        : [database.primary, ...database.secondaries];
    case "read-replicas":
      return [database.source, ...database.replicas];
    case "single-region":
      return database.form === "cluster" ? [database.cluster] : [database.instance];
  }
}

/** The clusters that this deployment creates, the primary one first. */
export function clustersOf(database: PlannedDatabase): readonly ClusterMember[] {
  return membersOf(database).filter((member) => member.kind === "cluster");
}

/** The Region of the member that takes writes. */
export function firstRegionOf(database: PlannedDatabase): RegionName {
  switch (database.topology) {
    case "global-database":
      return database.primaryRegion;
    case "read-replicas":
      return database.source.region;
    case "single-region":
      return database.form === "cluster" ? database.cluster.region : database.instance.region;
  }
}

/** The Regions in which this deployment creates a member, each once. */
export function regionsOf(database: PlannedDatabase): readonly RegionName[] {
  return [...new Set(membersOf(database).map((member) => member.region))];
}
