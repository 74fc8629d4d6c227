import { sortedUnique } from "../../../../base/ordering";
import type { KeySet } from "../../../../model/key";
import type { ResourceElement } from "../../../../terraform/program";
import { toIdentifier } from "../../../../terraform/names";
import { oneOrMany } from "../../policy-statement";
import { textArgument } from "../../../common/companions/text-argument";
import { deployedArn, ofTypes, type DeployerSubject } from "./deployer-subject";
import { ROTATION_ACTIONS } from "./actions";
import { actionsOf, identityStatement, requestedIn, unprotected, type IdentityStatement } from "./statement";

const KEY_TYPES = [
  "aws_kms_external_key",
  "aws_kms_key",
  "aws_kms_replica_external_key",
  "aws_kms_replica_key",
];

/**
 * Keys, aliases and grants. A key has no name before it is created: the Regions are what limits these statements,
 * and the policy of each key.
 */
export function keyStatements(subject: DeployerSubject): readonly (IdentityStatement | undefined)[] {
  const created = ofTypes(subject.resources, ...KEY_TYPES);
  const keys = [...created, ...ofTypes(subject.resources, "aws_kms_grant")];
  const deletable = unprotected(created);
  const canRotate = keys.some(({ body }) => body.some(({ name }) => name === "enableKeyRotation"));
  const aliases = ofTypes(subject.resources, "aws_kms_alias");
  const aliasArns = aliases.map((alias) =>
    deployedArn(subject, "kms", alias.region ?? "", textArgument(alias, "name") ?? ""),
  );
  const read = ofTypes(subject.elements, "aws_kms_key").filter(({ kind }) => kind === "data");
  return [
    identityStatement(
      "ReadKeys",
      ["kms:DescribeKey"],
      keysIn(
        subject,
        read.map(({ region }) => region ?? ""),
      ),
    ),
    identityStatement(
      "CreateKeys",
      created.length === 0 ? [] : ["kms:CreateKey"],
      ["*"],
      requestedIn(sortedUnique(created.map(({ region }) => region ?? ""))),
    ),
    identityStatement(
      "ManageKeys",
      [...actionsOf(keys, "own"), ...(canRotate ? ROTATION_ACTIONS : [])],
      keysIn(
        subject,
        keys.map(({ region }) => region ?? ""),
      ),
    ),
    identityStatement(
      "DeleteKeys",
      actionsOf(deletable, "destroy"),
      deletable.flatMap((key) => keysIn(subject, [key.region ?? ""], isMultiRegion(key) ? "mrk-" : "")),
    ),
    identityStatement("ManageAliases", actionsOf(aliases, "own"), [
      ...aliasArns,
      ...keysIn(
        subject,
        aliases.map(({ region }) => region ?? ""),
      ),
    ]),
    replicateStatement(subject),
    multiRegionRole(subject),
  ];
}

/** A multi-Region key has an id that begins with `mrk-`. */
function isMultiRegion({ type, body }: ResourceElement): boolean {
  const isReplica = type === "aws_kms_replica_external_key" || type === "aws_kms_replica_key";
  const isPrimary = body.some(
    (item) =>
      item.kind === "argument" &&
      item.name === "multiRegion" &&
      item.value.kind === "literal" &&
      item.value.value === true,
  );
  return isReplica || isPrimary;
}

/** All keys of the account in Regions. */
function keysIn(subject: DeployerSubject, regions: readonly string[], prefix = ""): readonly string[] {
  return sortedUnique(regions).map((region) => deployedArn(subject, "kms", region, `key/${prefix}*`));
}

/** A replica key is made of its primary key, in the primary key's Region. */
function replicateStatement(subject: DeployerSubject): IdentityStatement | undefined {
  const replicas = replicasOf(subject);
  const regions = sortedUnique(replicas.map(({ region }) => region));
  return identityStatement(
    "ReplicateKeys",
    replicas.length === 0 ? [] : ["kms:ReplicateKey"],
    keysIn(
      subject,
      replicas.map(({ primaryRegion }) => primaryRegion),
      "mrk-",
    ),
    { StringEquals: { "kms:ReplicaRegion": oneOrMany(regions) } },
  );
}

function replicasOf({ plan, resources }: DeployerSubject) {
  const names = new Set(
    ofTypes(resources, "aws_kms_replica_external_key", "aws_kms_replica_key").map(({ name }) => name),
  );
  const isHere = ({ name }: KeySet, region: string) => names.has(toIdentifier(name, region));
  return plan.keySets.flatMap((keySet) =>
    [...keySet.keyIn.values()].flatMap((key) =>
      key.kind === "replica-key" && isHere(keySet, key.region) ? [key] : [],
    ),
  );
}

/**
 * KMS keeps related keys in step through a role that it makes with the first multi-Region primary key:
 * https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-auth-slr.html
 */
function multiRegionRole(subject: DeployerSubject): IdentityStatement | undefined {
  const { plan, resources } = subject;
  const names = new Set(ofTypes(resources, "aws_kms_external_key", "aws_kms_key").map(({ name }) => name));
  const hasPrimary = plan.keySets.some(
    (keySet) =>
      keySet.strategy === "multi-region" && names.has(toIdentifier(keySet.name, plan.primaryRegion)),
  );
  return hasPrimary
    ? serviceLinkedRole(
        subject,
        "MultiRegionKeyRole",
        "mrk.kms.amazonaws.com",
        "AWSServiceRoleForKeyManagementServiceMultiRegionKeys",
      )
    : undefined;
}

/** That AWS may make the role of a service, once in an account. */
export function serviceLinkedRole(
  subject: DeployerSubject,
  sid: string,
  service: string,
  role: string,
): IdentityStatement | undefined {
  return identityStatement(
    sid,
    ["iam:CreateServiceLinkedRole"],
    [deployedArn(subject, "iam", "", `role/aws-service-role/${service}/${role}`)],
    { StringEquals: { "iam:AWSServiceName": service } },
  );
}
