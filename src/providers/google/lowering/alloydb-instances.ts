import type { AlloydbCluster } from "@cdktf/provider-google/lib/alloydb-cluster";
import type {
  AlloydbInstance,
  AlloydbInstanceClientConnectionConfig,
  AlloydbInstanceClientConnectionConfigSslConfig,
  AlloydbInstanceMachineConfig,
  AlloydbInstanceQueryInsightsConfig,
  AlloydbInstanceReadPoolConfig,
} from "@cdktf/provider-google/lib/alloydb-instance";
import { invariant } from "../../../base/invariant";
import type { ClusterMember, GlobalDatabase, SingleRegionCluster } from "../../../model/database";
import { nested } from "../../../terraform/block";
import { toIdentifier } from "../../../terraform/names";
import type { TypedElement } from "../../../terraform/resource-type";
import { memberName } from "../../common/member-name";
import { tagsOf } from "../../common/tags";
import { processorsOf } from "../catalog/machines";
import { alloydbInstance } from "../resources";
import type { DatabaseContext } from "./context";
import { flagsOf } from "./flags";

/** What the instances of a cluster are made from. */
export interface ClusterInput {
  readonly context: DatabaseContext;
  readonly database: GlobalDatabase | SingleRegionCluster;
  readonly member: ClusterMember;
  readonly cluster: TypedElement<AlloydbCluster>;
}

/** The instances of a cluster: one that every cluster has, and a pool of nodes that only read. */
export interface LoweredInstances {
  readonly writer: TypedElement<AlloydbInstance>;
  readonly pools: readonly TypedElement<AlloydbInstance>[];
}

/** What the instances of a cluster are called: the one that every cluster has, and its read pool. */
export function instanceIdsOf({
  identifier,
  instanceIdentifiers,
}: ClusterMember): readonly [string, string?] {
  const [first = identifier, ...readers] = instanceIdentifiers;
  return readers.length === 0 ? [first] : [first, `${identifier}-read`];
}

/** Lowers the instances of a cluster; the rules have seen to it that there is one. */
export function lowerInstances(input: ClusterInput): LoweredInstances {
  const { database, member, cluster } = input;
  const [first, pool] = instanceIdsOf(member);
  const name = memberName(database, member);
  const isSecondary = member.role === "secondary";
  const insights = database.monitoring.insights.kind === "on";
  const writer = alloydbInstance({
    name,
    region: member.region,
    comment: `The ${isSecondary ? "secondary" : "primary"} instance in ${member.region}.`,
    arguments: {
      ...commonArguments(input),
      instanceId: first,
      instanceType: isSecondary ? cluster.attribute("clusterType") : "PRIMARY",
      availabilityType: member.multiAz === false ? "ZONAL" : "REGIONAL",
      databaseFlags: databaseFlags(input),
      ...machineBlocks(member),
      queryInsightsConfig: insights
        ? nested<AlloydbInstanceQueryInsightsConfig>({ recordClientAddress: false })
        : undefined,
    },
    lifecycle: {
      preventDestroy: database.protect,
      ignoreChanges: database.topology === "global-database" ? ["instance_type"] : [],
    },
  });
  return { writer, pools: pool === undefined ? [] : [lowerPool(input, pool, writer)] };
}

function lowerPool(
  input: ClusterInput,
  instanceId: string,
  writer: TypedElement<AlloydbInstance>,
): TypedElement<AlloydbInstance> {
  const { database, member } = input;
  return alloydbInstance({
    name: toIdentifier(memberName(database, member), "read"),
    region: member.region,
    comment: `The read pool in ${member.region}.`,
    arguments: {
      ...commonArguments(input),
      instanceId,
      instanceType: "READ_POOL",
      databaseFlags: databaseFlags(input),
      ...machineBlocks(member),
      readPoolConfig: nested<AlloydbInstanceReadPoolConfig>({
        nodeCount: member.instanceIdentifiers.length - 1,
      }),
    },
    dependsOn: [writer],
  });
}

function commonArguments({ member, cluster }: ClusterInput) {
  return {
    cluster: cluster.attribute("name"),
    labels: tagsOf(member.tags),
  };
}

/** The instances of a secondary cluster take their flags from the primary one's, and are given none. */
function databaseFlags({ database, member }: ClusterInput): Record<string, string> | undefined {
  if (member.role === "secondary") return undefined;
  return Object.fromEntries(flagsOf(database, member).map(({ name, value }) => [name, value]));
}

function machineBlocks({ capacity }: ClusterMember) {
  invariant(capacity.kind === "provisioned", "AlloyDB has no serverless capacity");
  return {
    machineConfig: nested<AlloydbInstanceMachineConfig>({
      cpuCount: processorsOf(capacity.class),
      machineType: capacity.class,
    }),
    clientConnectionConfig: nested<AlloydbInstanceClientConnectionConfig>({
      sslConfig: nested<AlloydbInstanceClientConnectionConfigSslConfig>({ sslMode: "ENCRYPTED_ONLY" }),
    }),
  };
}
