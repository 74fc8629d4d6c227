import { sortedUnique } from "../../../../base/ordering";
import { isPresent } from "../../../../base/present";
import { clustersOf } from "../../../../model/database";
import type { EncryptionBinding, KeyRef } from "../../../../model/encryption";
import type { RegionNetwork } from "../../../../model/region";
import type { ResourceElement } from "../../../../terraform/program";
import { toIdentifier } from "../../../../terraform/names";
import { memberName } from "../../../common/member-name";
import { oneOrMany } from "../../policy-statement";
import {
  KEY_USE_VIA_SERVICE,
  MEMBER_DELETION,
  REPLICA_ACTIONS,
  SECRET_ACTIONS,
  SOURCE_ACTIONS,
} from "./actions";
import { adoptedClusters, foreignKeys, sourceRegions, sourcesOf, type ForeignKeys } from "./database-sources";
import { textArgument } from "../../../common/companions/text-argument";
import { deployedArn, nameInPolicy, ofTypes, type DeployerSubject } from "./deployer-subject";
import { serviceLinkedRole } from "./key-statements";
import { actionsOf, identityStatement, requestedIn, unprotected, type IdentityStatement } from "./statement";

/** What stands between the account and the name in the ARN of a type, and the argument that is the name. */
const RDS_NAMES: Readonly<Record<string, readonly [kind: string, argument: string]>> = {
  aws_db_instance: ["db", "identifier"],
  aws_db_parameter_group: ["pg", "name"],
  aws_db_snapshot_copy: ["snapshot", "targetDbSnapshotIdentifier"],
  aws_db_subnet_group: ["subgrp", "name"],
  aws_rds_cluster: ["cluster", "clusterIdentifier"],
  aws_rds_cluster_instance: ["db", "identifier"],
  aws_rds_cluster_parameter_group: ["cluster-pg", "name"],
  aws_rds_cluster_snapshot_copy: ["cluster-snapshot", "targetDbClusterSnapshotIdentifier"],
  aws_rds_global_cluster: ["global-cluster", "globalClusterIdentifier"],
};

/** Databases, and what RDS does for whoever creates them. */
export function databaseStatements(subject: DeployerSubject): readonly (IdentityStatement | undefined)[] {
  const managed = subject.resources.filter(
    ({ type }) => type in RDS_NAMES || type === "aws_db_instance_automated_backups_replication",
  );
  if (managed.length === 0) return [];
  const instances = ofTypes(managed, "aws_db_instance");
  const creation = instances.flatMap((element) => (isReplica(element) ? REPLICA_ACTIONS : SOURCE_ACTIONS));
  const actions = [...actionsOf(managed, "own"), ...creation];
  const deletable = unprotected(managed);
  // A replica or secondary cluster is created from its Region and read in the one of its source.
  const regions = sortedUnique([...subject.regions, ...sourceRegions(subject)]);
  return [
    identityStatement("ManageDatabases", actions, rdsArns(subject, managed), requestedIn(regions)),
    identityStatement(
      "DeleteDatabases",
      [...actionsOf(deletable, "destroy"), ...(deletable.some(isMember) ? MEMBER_DELETION : [])],
      deletableArns(subject, deletable),
      requestedIn(regions),
    ),
    // It leaves the global cluster before that is deleted, and is not deleted itself.
    identityStatement(
      "LetGoOfAdopted",
      ["rds:RemoveFromGlobalCluster"],
      adoptedClusters(subject, deletable),
      requestedIn(regions),
    ),
    ...(ofTypes(managed, ...WITH_DATA).length === 0 ? [] : keyUse(subject, regions)),
    secretStatement(subject, managed),
    ofTypes(managed, ...INSTANCES).length === 0
      ? undefined
      : serviceLinkedRole(subject, "DatabaseRole", "rds.amazonaws.com", "AWSServiceRoleForRDS"),
  ];
}

/** What runs in a network, for which RDS has a role of its own. */
const INSTANCES = ["aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance"];
/** What a key encrypts. */
const WITH_DATA = [
  ...INSTANCES,
  "aws_db_instance_automated_backups_replication",
  "aws_db_snapshot_copy",
  "aws_rds_cluster_snapshot_copy",
];

function isMember({ body }: ResourceElement): boolean {
  return body.some(({ name }) => name === "globalClusterIdentifier");
}

function isReplica({ body }: ResourceElement): boolean {
  return body.some(({ name }) => name === "replicateSourceDb");
}

/** ARNs by database rather than by member, so that a further instance or version asks for no other policy. */
function rdsArns(subject: DeployerSubject, managed: readonly ResourceElement[]): readonly string[] {
  const familyOf = familyIn(subject);
  const names = managed.flatMap((element) => nameOf(element, familyOf) ?? []);
  const databases = ofTypes(managed, ...INSTANCES);
  const groups = subject.plan.regions
    .filter(({ name }) => databases.some(({ region }) => region === name))
    .map(({ name, network }) => subnetGroupName(subject, name, network));
  const needed = databases.length === 0 ? [] : [...groups, "og:default*", ...defaultParameterGroups(managed)];
  return [
    ...[...names, ...needed].map((name) => deployedArn(subject, "rds", "*", name)),
    ...globalClusters(subject, managed),
    ...sourcesOf(subject, managed),
  ];
}

/** RDS takes the account's parameter group for an instance that names none. */
function defaultParameterGroups(managed: readonly ResourceElement[]): readonly string[] {
  const instances = ofTypes(managed, "aws_db_instance", "aws_rds_cluster_instance");
  const isNamed = ({ body }: ResourceElement) => body.some(({ name }) => name === "parameterGroupName");
  return instances.every(isNamed) ? [] : ["pg:default*"];
}

/** The subnet group of a Region; without one, RDS takes the account's default. */
function subnetGroupName({ plan }: DeployerSubject, region: string, { subnetGroup }: RegionNetwork): string {
  switch (subnetGroup.kind) {
    case "none":
      return "subgrp:default*";
    case "existing":
      return `subgrp:${subnetGroup.name}`;
    case "new":
      return `subgrp:${plan.name}-${region}`;
  }
}

/** What may be deleted, and the final snapshots that are taken of it. */
function deletableArns(subject: DeployerSubject, deletable: readonly ResourceElement[]): readonly string[] {
  const familyOf = familyIn(subject);
  const withData = ofTypes(deletable, ...INSTANCES);
  const names = withData.flatMap((element) => {
    const snapshot = textArgument(element, "finalSnapshotIdentifier");
    const kind = element.type === "aws_rds_cluster" ? "cluster-snapshot" : "snapshot";
    return [nameOf(element, familyOf), snapshot && `${kind}:${familyOf(snapshot)}`].filter(isPresent);
  });
  return [
    ...names.map((name) => deployedArn(subject, "rds", "*", name)),
    ...globalClusters(subject, deletable),
  ];
}

function nameOf(element: ResourceElement, familyOf: (name: string) => string): string | undefined {
  const [kind, argument] = RDS_NAMES[element.type] ?? [];
  if (kind === undefined || argument === undefined || kind === "global-cluster") return undefined;
  return `${kind}:${familyOf(textArgument(element, argument) ?? "*")}`;
}

/** `orders-ledger-*` for `orders-ledger-eu-west-1-1`: everything of the database, or of the deployment. */
function familyIn(subject: DeployerSubject): (name: string) => string {
  const identifiers = new Set(subject.plan.databases.map(({ identifier }) => identifier));
  return (name) => {
    for (let end = name.lastIndexOf("-"); end > 0; end = name.lastIndexOf("-", end - 1)) {
      if (identifiers.has(name.slice(0, end))) return nameInPolicy(subject, `${name.slice(0, end)}-*`);
    }
    return nameInPolicy(subject, name);
  };
}

/** Global clusters that are created here, or that clusters here are members of; they belong to no Region. */
function globalClusters(subject: DeployerSubject, managed: readonly ResourceElement[]): readonly string[] {
  const [created, clusters] = [
    ofTypes(managed, "aws_rds_global_cluster"),
    ofTypes(managed, "aws_rds_cluster"),
  ].map((elements) => new Set(elements.map(({ name }) => name)));
  return subject.plan.databases.flatMap((database) => {
    const isCreated = created?.has(toIdentifier(database.name)) === true;
    const isJoined = clustersOf(database).some((one) => clusters?.has(memberName(database, one)) === true);
    return database.topology === "global-database" && (isCreated || isJoined)
      ? [deployedArn(subject, "rds", "", `global-cluster:${nameInPolicy(subject, database.identifier)}`)]
      : [];
  });
}

/** Keys that databases here are encrypted with, used by AWS in the deployer's name and in no other way. */
function keyUse(
  subject: DeployerSubject,
  regions: readonly string[],
): readonly (IdentityStatement | undefined)[] {
  const used = subject.plan.encryption.filter(
    ({ key, use }) => regions.includes(key.region) && use !== "logs",
  );
  const through = (service: string, bindings: readonly EncryptionBinding[], others: readonly ForeignKeys[]) =>
    identityStatement(
      `UseKeysVia${service === "rds" ? "Rds" : "SecretsManager"}`,
      KEY_USE_VIA_SERVICE,
      [...bindings.map(({ key }) => keyArn(subject, key)).filter(isPresent), ...others.map(({ arn }) => arn)],
      {
        StringEquals: {
          "kms:ViaService": oneOrMany(
            sortedUnique([
              ...bindings.map(({ key }) => key.region),
              ...others.map(({ region }) => region),
            ]).flatMap((region) =>
              subject.partition.viaServiceSuffixes.map((suffix) => `${service}.${region}.${suffix}`),
            ),
          ),
        },
      },
    );
  return [
    through(
      "rds",
      used.filter(({ use }) => use !== "secret"),
      foreignKeys(subject),
    ),
    through(
      "secretsmanager",
      // A secret is made with the member that takes writes, not with what replicates it.
      used.filter(({ use, key }) => use === "secret" && subject.regions.includes(key.region)),
      [],
    ),
  ];
}

function keyArn(subject: DeployerSubject, { keySet, region }: KeyRef): string | undefined {
  const key = subject.keySets.get(keySet)?.keyIn.get(region);
  if (key === undefined || key.kind === "provider-owned-key") return undefined;
  return key.kind === "existing-key" ? key.id : deployedArn(subject, "kms", region, "key/*");
}

function secretStatement(
  subject: DeployerSubject,
  managed: readonly ResourceElement[],
): IdentityStatement | undefined {
  const owners = managed.filter(({ body }) => body.some(({ name }) => name === "manageMasterUserPassword"));
  const arns = sortedUnique(owners.map(({ region }) => region ?? "")).map((region) =>
    deployedArn(subject, "secretsmanager", region, "secret:rds!*"),
  );
  return identityStatement("KeepMasterPasswords", SECRET_ACTIONS, arns);
}
