import type { GuidePart, GuideSection } from "../../../../terraform/companion";
import type { ExistingKey, KeySet, SingleRegionKey } from "../../../../model/key";
import { firstRegionOf, regionsOf, type PlannedDatabase } from "../../../../model/database";
import type { ValueRecord } from "../../../../terraform/expression";
import { plainRecord } from "../../../../terraform/plain-value";
import { parseKeyIdentifier } from "../../catalog/arns";
import { keyPolicyDocument } from "../../key-policy";
import { ACCOUNT_PLACEHOLDER, isClustered, rdsArn, type GuideSubject } from "./guide-subject";
import {
  code,
  codes,
  command,
  commands,
  heading,
  json,
  paragraph,
  points,
  section,
} from "../../../common/companions/guide-parts";

/** What other accounts have to do with the deployment: owners of its keys, readers of its snapshots. */
export function accountSections(subject: GuideSubject): readonly GuideSection[] {
  return [
    ...section("Keys of another account", ownerParts(subject)),
    ...section(
      "Sharing snapshots",
      subject.plan.databases.flatMap((one) => sharingParts(subject, one)),
    ),
  ];
}

function ownerParts(subject: GuideSubject): readonly GuidePart[] {
  const foreign = subject.plan.keySets.flatMap((keySet) =>
    [...keySet.keyIn.values()].flatMap((key) => {
      const owner = key.kind === "existing-key" ? otherOwner(subject, key) : undefined;
      return key.kind === "existing-key" && owner !== undefined ? [{ keySet, key, owner }] : [];
    }),
  );
  if (foreign.length === 0) return [];
  const intro =
    subject.account === ACCOUNT_PLACEHOLDER
      ? `The owner of each key adds these statements to its key policy, with the deployment's account in place of ${code(ACCOUNT_PLACEHOLDER)}; they are not needed where the key is of the same account.`
      : "The owner of each key adds these statements to its key policy, under other Sids where it has such already. `deployer-policy.json` holds the other half: what this account lets its role do with the key.";
  return [
    paragraph(intro),
    ...foreign.flatMap(({ keySet, key, owner }) => [
      paragraph(`Account ${code(owner)}, key ${code(key.id)}:`),
      json({ Statement: ownerStatements(subject, keySet, key) }),
    ]),
  ];
}

/** The account of an existing key, where it is not the deployment's. */
function otherOwner({ account }: GuideSubject, { id }: ExistingKey): string | undefined {
  const parsed = parseKeyIdentifier(id);
  return parsed.kind === "key" && parsed.account !== account ? parsed.account : undefined;
}

/** What the policies of keys of our own give their operators, given to the account as a whole. */
function ownerStatements(
  subject: GuideSubject,
  keySet: KeySet,
  { region }: ExistingKey,
): readonly ValueRecord[] {
  const { account, databases, encryption, partition } = subject;
  const policy = {
    accountRoot: false,
    administrators: [],
    operators: [`arn:${partition.name}:iam::${account}:root`],
    users: [],
    snapshotAccounts: [],
    organizationId: undefined,
    allowedReplicaRegions: [],
    statements: [],
  };
  const key: SingleRegionKey = {
    kind: "single-region-key",
    region,
    protect: true,
    externalStore: undefined,
    rotation: { kind: "off" },
    settings: {
      description: "",
      aliases: [],
      enabled: true,
      deletionWindowDays: 30,
      policy,
      grants: [],
      tags: {},
    },
  };
  const document = keyPolicyDocument({ keySet, key, encryption, databases, partition, account });
  return (plainRecord(document)["Statement"] ?? []) as readonly ValueRecord[];
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/share-encrypted-snapshot.html */
function sharingParts(subject: GuideSubject, database: PlannedDatabase): readonly GuidePart[] {
  if (database.snapshotAccounts.length === 0) return [];
  const region = firstRegionOf(database);
  const isCluster = isClustered(database);
  const kind = isCluster ? "db-cluster-snapshot" : "db-snapshot";
  const arnKind = isCluster ? "cluster-snapshot" : "snapshot";
  const others = regionsOf(database).filter((one) => one !== region);
  const existing = existingKeysOf(subject, database);
  const accounts = codes(database.snapshotAccounts);
  const access =
    existing.length === regionsOf(database).length
      ? `The accounts ${accounts} need the keys of this database.`
      : `The key policies that are written here let the accounts ${accounts} use the keys of this database.`;
  return [
    heading(`Database ${database.name}`),
    paragraph(`${access} Only a manual snapshot can be shared, so copy an automated one first.`),
    ...existingKeyParts(subject, existing),
    commands(
      command(`aws rds modify-${kind}-attribute`, {
        region,
        [`${kind}-identifier`]: "SNAPSHOT",
        "attribute-name": "restore",
        "values-to-add": database.snapshotAccounts,
      }),
    ),
    paragraph("The other account copies it under a key of its own, which makes it independent of this one:"),
    commands(
      command(`aws rds copy-${kind}`, {
        region,
        [`source-${kind}-identifier`]: rdsArn(subject, region, `${arnKind}:SNAPSHOT`),
        [`target-${kind}-identifier`]: "SNAPSHOT-copy",
        "kms-key-id": "KEY_ARN_OF_THE_OTHER_ACCOUNT",
      }),
    ),
    ...(others.length === 0
      ? []
      : [
          paragraph(
            `In ${codes(others)} it goes the same way, with a snapshot of that Region and \`--region\`.`,
          ),
        ]),
    points(
      "In the other account an IAM policy must also allow the role to use the key of this account.",
      "To end the sharing, give the same accounts to `--values-to-remove`; copies that were made stay with them.",
    ),
  ];
}

/** Nothing is written into the policy of a key that exists already: whoever owns it lets the other accounts in. */
function existingKeyParts(subject: GuideSubject, existing: readonly KeyOfSet[]): readonly GuidePart[] {
  const own = existing.filter(({ key }) => otherOwner(subject, key) === undefined);
  const [first] = own;
  const arns = codes(own.map(({ key }) => key.id));
  return [
    ...(own.length === existing.length
      ? []
      : [
          paragraph(
            "For existing keys of another account that is among the statements of their owner, above.",
          ),
        ]),
    ...(first === undefined
      ? []
      : [
          paragraph(
            `Existing keys keep the policies that they have. Add these statements to that of ${arns}:`,
          ),
          json({ Statement: ownerStatements(subject, first.keySet, first.key).filter(isForConsumers) }),
        ]),
  ];
}

interface KeyOfSet {
  readonly keySet: KeySet;
  readonly key: ExistingKey;
}

/** The existing keys among those that encrypt the storage of a database. */
function existingKeysOf({ encryption, plan }: GuideSubject, database: PlannedDatabase): readonly KeyOfSet[] {
  return regionsOf(database).flatMap((region) => {
    const ref = encryption.keyOf({ database: database.name, region }, "storage");
    const keySet = plan.keySets.find(({ name }) => name === ref?.keySet);
    const key = keySet?.keyIn.get(region);
    return keySet !== undefined && key?.kind === "existing-key" ? [{ keySet, key }] : [];
  });
}

function isForConsumers(statement: ValueRecord): boolean {
  const sid = statement["Sid"];
  return sid === "SnapshotConsumers" || sid === "SnapshotConsumerGrants";
}
