import type {
  AlloydbCluster,
  AlloydbClusterAutomatedBackupPolicy,
  AlloydbClusterAutomatedBackupPolicyEncryptionConfig,
  AlloydbClusterAutomatedBackupPolicyTimeBasedRetention,
  AlloydbClusterAutomatedBackupPolicyWeeklySchedule,
  AlloydbClusterAutomatedBackupPolicyWeeklyScheduleStartTimes,
  AlloydbClusterContinuousBackupConfig,
  AlloydbClusterContinuousBackupConfigEncryptionConfig,
  AlloydbClusterEncryptionConfig,
  AlloydbClusterMaintenanceUpdatePolicy,
  AlloydbClusterMaintenanceUpdatePolicyMaintenanceWindows,
  AlloydbClusterMaintenanceUpdatePolicyMaintenanceWindowsStartTime,
  AlloydbClusterNetworkConfig,
  AlloydbClusterSecondaryConfig,
} from "@cdktf/provider-google/lib/alloydb-cluster";
import type { AlloydbInstance } from "@cdktf/provider-google/lib/alloydb-instance";
import { invariant, mustGet } from "../../../base/invariant";
import type { ClusterMember, GlobalDatabase, SingleRegionCluster } from "../../../model/database";
import { nested } from "../../../terraform/block";
import type { Expression } from "../../../terraform/expression";
import type { InputVariable, OutputValue, ResourceElement } from "../../../terraform/program";
import type { TypedElement } from "../../../terraform/resource-type";
import { memberName } from "../../common/member-name";
import { byRegion, outputValue } from "../../common/outputs";
import { tagsOf } from "../../common/tags";
import { engines } from "../catalog/catalog";
import { alloydbCluster, type InitialUserConfig } from "../resources";
import { lowerInstances } from "./alloydb-instances";
import type { DatabaseContext } from "./context";
import type { LoweredDatabase } from "./lowered-database";
import { addressRangeOf, vpcOf } from "./network";
import { passwordOf } from "./passwords";
import { DAYS, parseDailyWindow, parseWeeklyWindow } from "./windows";

/** A database that is made of clusters. */
type ClusterDatabase = GlobalDatabase | SingleRegionCluster;

/** What a switchover outside Terraform changes; ignored, so that Terraform never promotes a cluster. */
const ROLE = ["cluster_type", "secondary_config"];
const DAY = 86_400;

/** Lowers a cluster of AlloyDB that stands alone. */
export function lowerSingleCluster(context: DatabaseContext, database: SingleRegionCluster): LoweredDatabase {
  const { elements, cluster, writer, variables } = lowerCluster(
    context,
    database,
    database.cluster,
    undefined,
  );
  return {
    elements,
    variables,
    outputs: clusterOutputs(database, new Map([[database.cluster.region, { cluster, writer }]])),
  };
}

/** Lowers a primary cluster of AlloyDB and its secondary clusters, each with the key of its own Region. */
export function lowerGlobalDatabase(context: DatabaseContext, database: GlobalDatabase): LoweredDatabase {
  invariant(database.primary.kind === "cluster", "AlloyDB has no adopted clusters");
  const primary = lowerCluster(context, database, database.primary, undefined);
  const secondaries = database.secondaries.map((member) => ({
    region: member.region,
    ...lowerCluster(context, database, member, primary),
  }));
  return {
    elements: [...primary.elements, ...secondaries.flatMap(({ elements }) => elements)],
    variables: primary.variables,
    outputs: clusterOutputs(
      database,
      new Map([
        [database.primaryRegion, primary],
        ...secondaries.map((secondary) => [secondary.region, secondary] as const),
      ]),
    ),
  };
}

interface ClusterElements {
  readonly cluster: TypedElement<AlloydbCluster>;
  readonly writer: TypedElement<AlloydbInstance>;
}

interface LoweredCluster extends ClusterElements {
  readonly elements: readonly ResourceElement[];
  readonly variables: readonly InputVariable[];
}

function lowerCluster(
  context: DatabaseContext,
  database: ClusterDatabase,
  member: ClusterMember,
  primary: ClusterElements | undefined,
): LoweredCluster {
  const { region } = member;
  const { id, dependsOn } = context.keyOf(database, region);
  const password =
    primary === undefined && database.masterPassword === "variable"
      ? passwordOf(database, "master")
      : undefined;
  const isGlobal = database.topology === "global-database";
  const cluster = alloydbCluster({
    name: memberName(database, member),
    region,
    comment: `Database ${database.name} in ${region}: ${isGlobal ? `the ${member.role} cluster` : "its cluster"}.`,
    arguments: {
      clusterId: member.identifier,
      location: region,
      clusterType: primary === undefined ? "PRIMARY" : "SECONDARY",
      databaseVersion: mustGet(engines, database.engine).databaseVersion(database.engineVersion),
      labels: tagsOf(member.tags),
      // A secondary instance cannot be deleted: only its cluster can, and only with this.
      deletionPolicy: primary === undefined ? undefined : "FORCE",
      deletionProtection: database.deletionProtection,
      networkConfig: nested<AlloydbClusterNetworkConfig>({
        network: vpcOf(context),
        allocatedIpRange: addressRangeOf(context, region),
      }),
      encryptionConfig:
        id === undefined ? undefined : nested<AlloydbClusterEncryptionConfig>({ kmsKeyName: id }),
      initialUser:
        password === undefined
          ? undefined
          : nested<InitialUserConfig>({
              user: database.masterUsername,
              passwordWo: password.value,
              passwordWoVersion: password.version,
            }),
      ...backupBlocks(database, member, id),
      maintenanceUpdatePolicy: maintenancePolicy(database),
      secondaryConfig:
        primary === undefined
          ? undefined
          : nested<AlloydbClusterSecondaryConfig>({
              primaryClusterName: primary.cluster.attribute("name"),
            }),
    },
    lifecycle: { preventDestroy: database.protect, ignoreChanges: isGlobal ? ROLE : [] },
    dependsOn: [...(primary === undefined ? [] : [primary.writer]), ...dependsOn],
  });
  const { writer, pools } = lowerInstances({ context, database, member, cluster });
  return { cluster, writer, elements: [cluster, writer, ...pools], variables: password?.variables ?? [] };
}

/** A secondary cluster takes nothing over when the primary one changes: every member says its own. */
function backupBlocks(
  { backup }: ClusterDatabase,
  { region }: ClusterMember,
  keyId: Expression<string> | string | undefined,
) {
  const window = backup.window === undefined ? undefined : parseDailyWindow(backup.window);
  return {
    continuousBackupConfig: nested<AlloydbClusterContinuousBackupConfig>({
      enabled: true,
      recoveryWindowDays: backup.retentionDays,
      encryptionConfig:
        keyId === undefined
          ? undefined
          : nested<AlloydbClusterContinuousBackupConfigEncryptionConfig>({ kmsKeyName: keyId }),
    }),
    automatedBackupPolicy: nested<AlloydbClusterAutomatedBackupPolicy>({
      enabled: true,
      location: region,
      backupWindow: window === undefined ? undefined : `${window.seconds}s`,
      weeklySchedule:
        window === undefined
          ? undefined
          : nested<AlloydbClusterAutomatedBackupPolicyWeeklySchedule>({
              daysOfWeek: DAYS,
              startTimes: [
                nested<AlloydbClusterAutomatedBackupPolicyWeeklyScheduleStartTimes>({
                  hours: window.startHour,
                }),
              ],
            }),
      timeBasedRetention: nested<AlloydbClusterAutomatedBackupPolicyTimeBasedRetention>({
        retentionPeriod: `${backup.retentionDays * DAY}s`,
      }),
      encryptionConfig:
        keyId === undefined
          ? undefined
          : nested<AlloydbClusterAutomatedBackupPolicyEncryptionConfig>({ kmsKeyName: keyId }),
    }),
  };
}

function maintenancePolicy({ maintenanceWindow }: ClusterDatabase) {
  if (maintenanceWindow === undefined) return undefined;
  const { day, hour } = parseWeeklyWindow(maintenanceWindow);
  return nested<AlloydbClusterMaintenanceUpdatePolicy>({
    maintenanceWindows: [
      nested<AlloydbClusterMaintenanceUpdatePolicyMaintenanceWindows>({
        day: DAYS[day] ?? DAYS[0],
        startTime: nested<AlloydbClusterMaintenanceUpdatePolicyMaintenanceWindowsStartTime>({ hours: hour }),
      }),
    ],
  });
}

function clusterOutputs(
  { name }: ClusterDatabase,
  clusters: ReadonlyMap<string, ClusterElements>,
): OutputValue[] {
  return [
    outputValue(
      [name, "cluster_names"],
      `Full name of the cluster of database ${name} in each Region.`,
      byRegion(clusters, ({ cluster }) => cluster.attribute("name")),
    ),
    outputValue(
      [name, "ip_addresses"],
      `Address of database ${name} in each Region; writes go to that of the primary cluster.`,
      byRegion(clusters, ({ writer }) => writer.attribute("ipAddress")),
    ),
  ];
}
