import { groupBy } from "../../../../base/group-by";
import { isManagedKey, type KeySet, type ManagedKey } from "../../../../model/key";
import type { GuidePart } from "../../../../terraform/companion";
import { toIdentifier } from "../../../../terraform/names";
import type { RegionName } from "../../../../base/names";
import { clustersOf, firstRegionOf, type PlannedDatabase } from "../../../../model/database";
import { stackOf } from "../../../../model/plan";
import { keySpecs } from "../../catalog/key-specs";
import { materialVariableName } from "../../lower-key";
import { subnetGroupName } from "../../lower-network";
import { isClustered, type GuideSubject } from "./guide-subject";
import {
  code,
  codes,
  command,
  commands,
  heading,
  paragraph,
  points,
} from "../../../common/companions/guide-parts";
import { terraformIn } from "../../../common/companions/applying";
import { whatHoldsReplacement } from "../../../common/companions/replacement";

/** Rotation, imported material, deletion, and moving to another key. */
export function keyRunbook(subject: GuideSubject): readonly GuidePart[] {
  const sets = subject.plan.keySets.flatMap((keySet) => {
    const keys = [...keySet.keyIn.values()].filter(isManagedKey);
    const [first] = keys;
    return first === undefined ? [] : [{ keySet, keys, first }];
  });
  return [
    ...rotation(
      subject,
      sets.filter(({ keySet }) => canRotate(keySet)),
    ),
    ...sets.filter(({ keySet }) => keySet.origin === "external").flatMap(material),
    ...deletion(sets),
    ...moving(subject),
  ];
}

interface ManagedSet {
  readonly keySet: KeySet;
  readonly keys: readonly ManagedKey[];
  /** The key that rotates for all, where the keys are related. */
  readonly first: ManagedKey;
}

function canRotate({ origin, spec }: KeySet): boolean {
  return origin === "provider" && keySpecs.get(spec)?.isSymmetricEncryption === true;
}

function rotation(subject: GuideSubject, sets: readonly ManagedSet[]): readonly GuidePart[] {
  if (sets.length === 0) return [];
  const rotated = sets.map(({ keySet, keys, first }) => {
    const period =
      first.kind !== "replica-key" && first.rotation.kind === "automatic"
        ? `every ${first.rotation.periodDays} days`
        : "not by itself";
    const where =
      first.kind === "primary-key"
        ? `by its primary key in \`${first.region}\`, for all Regions`
        : `in ${codes(keys.map(({ region }) => region))} independently`;
    const rotating = first.kind === "primary-key" ? [first] : keys;
    const stacks = new Set(rotating.map(({ region }) => stackOf(subject.plan, "keys", region).name));
    const ids = [...stacks].map((stack) =>
      [...terraformIn(subject, stack), "output", toIdentifier(keySet.name, "key_ids")].join(" "),
    );
    return `${code(keySet.name)} rotates ${period}, ${where}. Ids: ${codes(ids)}.`;
  });
  const [example] = sets;
  return [
    heading("Rotating keys"),
    paragraph(
      "KMS makes new material and keeps the old: nothing is encrypted again, and ARNs, aliases and databases stay as they are.",
    ),
    points(...rotated),
    paragraph("On demand, at most 25 times in the life of a key:"),
    commands(
      command("aws kms rotate-key-on-demand", { region: example?.first.region ?? "", "key-id": "KEY_ID" }),
    ),
  ];
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys.html */
function material({ keySet, keys }: ManagedSet): readonly GuidePart[] {
  const [first] = keys;
  if (first === undefined) return [];
  const variable = materialVariableName(keySet);
  return [
    heading(`Key material of ${keySet.name}`),
    paragraph(
      `The keys wait for their material. ${whereImported(keys)} Leave ${code(variable)} null; a value would stand in the state.`,
    ),
    commands(
      command("aws kms get-parameters-for-import", {
        region: first.region,
        "key-id": "KEY_ID",
        "wrapping-algorithm": wrappingAlgorithm(keySet),
        "wrapping-key-spec": "RSA_4096",
      }),
      command("aws kms import-key-material", {
        region: first.region,
        "key-id": "KEY_ID",
        "encrypted-key-material": "fileb://wrapped-material.bin",
        "import-token": "fileb://import-token.bin",
        "expiration-model": "KEY_MATERIAL_DOES_NOT_EXPIRE",
      }),
    ),
    paragraph(
      "The first command answers with an `ImportToken` and a `PublicKey`, both in base64. `import-token.bin` is the token decoded, `wrapped-material.bin` the material encrypted with that public key.",
    ),
    ...(keys.some(({ settings }) => settings.grants.length > 0)
      ? [
          paragraph(
            "The grants wait for it too: KMS gives none on a key without material, so that the first apply stops at them. Import the material, and apply again.",
          ),
        ]
      : []),
    points(
      "Keep the material outside AWS: where it is deleted or expires, everything that the key encrypts is out of reach until the same bytes are imported again.",
      keySpecs.get(keySet.spec)?.isSymmetricEncryption === true
        ? "Other material in the same key: import it with `--import-type NEW_KEY_MATERIAL`, then `aws kms rotate-key-on-demand`, where KMS offers that for the key. Otherwise make another key set and move to it."
        : "The first material of such a key is its last: for other material make another key set, and move to it.",
    ),
  ];
}

function whereImported(keys: readonly ManagedKey[]): string {
  const regions = codes(keys.map(({ region }) => region));
  if (keys.length === 1) return `Import it in ${regions}.`;
  return keys.some(({ kind }) => kind === "primary-key")
    ? `KMS does not replicate it: import the same bytes in ${regions}, each with its own parameters, the primary key's first.`
    : `Import it in ${regions}, each with its own parameters. The keys are independent of each other, with the same bytes too.`;
}

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GetParametersForImport.html */
function wrappingAlgorithm({ spec }: KeySet): string {
  return spec.startsWith("RSA_") ? "RSA_AES_KEY_WRAP_SHA_256" : "RSAES_OAEP_SHA_256";
}

function deletion(sets: readonly ManagedSet[]): readonly GuidePart[] {
  const [example] = sets;
  if (example === undefined) return [];
  const { first } = example;
  return [
    heading("Before a key is disabled or deleted"),
    points(
      "What a deleted key has encrypted is gone for ever: databases, snapshots, replicated backups, and what applications encrypted with it. Look in CloudTrail for `Decrypt` and `CreateGrant` calls with the key before you delete it.",
      "A database whose key is disabled becomes `inaccessible-encryption-credentials-recoverable`. Enabled again within seven days and started, it comes back; later it can only be restored from a backup.",
      ...(sets.some(({ first: { kind } }) => kind === "primary-key")
        ? ["A multi-Region primary key is deleted only after its last replica key."]
        : []),
    ),
    paragraph(
      `Until the waiting period ends (${sets.map(({ keySet, keys }) => `${code(keySet.name)}: ${[...new Set(keys.map(({ settings }) => settings.deletionWindowDays))].join(" or ")} days`).join(", ")}), a key can be saved:`,
    ),
    commands(
      command("aws kms cancel-key-deletion", { region: first.region, "key-id": "KEY_ID" }),
      command("aws kms enable-key", { region: first.region, "key-id": "KEY_ID" }),
    ),
  ];
}

/** The key of a database is fixed when it is created: it moves by a copy. */
function moving(subject: GuideSubject): readonly GuidePart[] {
  const { databases } = subject.plan;
  if (databases.length === 0) return [];
  const isGlobal = databases.some(({ topology }) => topology === "global-database");
  // One of each kind shows how it is done.
  const examples = [...groupBy(databases, isClustered).values()].flatMap((alike) => alike.slice(0, 1));
  return [
    heading("Moving to another key"),
    paragraph(
      `AWS never changes the key of a database; Terraform would replace it, ${whatHoldsReplacement(databases)}. It moves by a copy:`,
    ),
    points(
      ...(isGlobal
        ? [
            "A secondary cluster: remove the Region from the database, apply, and add it again with the other key. The data is copied once more.",
          ]
        : []),
      `${isGlobal ? "A primary cluster, or any other database" : "Stop"}${isGlobal ? ": stop" : ""} the writes, take a snapshot, copy it with the new key, restore the copy under a new identifier, and change the applications over.${isGlobal ? " A restored cluster becomes a global database again with `adopt`." : ""}`,
    ),
    commands(...examples.flatMap((database) => copyCommands(subject, database))),
    paragraph(
      "Write the new key into the spec and give `keyspan diff` before you begin: it prints these steps for that database, with its names and what Terraform has to be told. Keep the old key until every snapshot and backup under it has expired.",
    ),
  ];
}

/** Each step waits for the one before: RDS copies and restores no snapshot that is being made. */
function copyCommands(subject: GuideSubject, database: PlannedDatabase): readonly (readonly string[])[] {
  const region = firstRegionOf(database);
  const isCluster = isClustered(database);
  const kind = isCluster ? "db-cluster-snapshot" : "db-snapshot";
  const owner = isCluster ? "db-cluster-identifier" : "db-instance-identifier";
  const made = (snapshot: string) =>
    command(`aws rds wait ${kind}-available`, { region, [`${kind}-identifier`]: snapshot });
  return [
    command(`aws rds create-${kind}`, {
      region,
      [owner]: "DATABASE",
      [`${kind}-identifier`]: "before-move",
    }),
    made("before-move"),
    command(`aws rds copy-${kind}`, {
      region,
      [`source-${kind}-identifier`]: "before-move",
      [`target-${kind}-identifier`]: "moved",
      "kms-key-id": "NEW_KEY_ARN",
    }),
    made("moved"),
    ...restoring(subject, database),
  ];
}

/** What AWS would take from the Region's default network, or leave out, is said: a cluster is restored without instances. */
function restoring(subject: GuideSubject, database: PlannedDatabase): readonly (readonly string[])[] {
  const region = firstRegionOf(database);
  const network = networkOptions(subject, region);
  if (!isClustered(database))
    return [
      command("aws rds restore-db-instance-from-db-snapshot", {
        region,
        "db-instance-identifier": "NEW_DATABASE",
        "db-snapshot-identifier": "moved",
        ...network,
      }),
    ];
  const capacity = clustersOf(database)[0]?.capacity;
  return [
    command("aws rds restore-db-cluster-from-snapshot", {
      region,
      "db-cluster-identifier": "NEW_DATABASE",
      "snapshot-identifier": "moved",
      engine: database.engine,
      ...(capacity?.kind === "serverless"
        ? {
            "serverless-v2-scaling-configuration": `MinCapacity=${capacity.minimum},MaxCapacity=${capacity.maximum}`,
          }
        : {}),
      ...network,
    }),
    command("aws rds create-db-instance", {
      region,
      "db-instance-identifier": "NEW_DATABASE-1",
      "db-cluster-identifier": "NEW_DATABASE",
      engine: database.engine,
      "db-instance-class": capacity?.kind === "provisioned" ? capacity.class : "db.serverless",
    }),
  ];
}

/** Where the databases of a Region are; nothing where that is the Region's default. */
function networkOptions({ plan }: GuideSubject, region: RegionName) {
  const network = plan.regions.find(({ name }) => name === region)?.network;
  const subnetGroup = network?.subnetGroup ?? { kind: "none" };
  const securityGroups = network?.securityGroupIds ?? [];
  return {
    ...(subnetGroup.kind === "none"
      ? {}
      : {
          "db-subnet-group-name":
            subnetGroup.kind === "existing" ? subnetGroup.name : subnetGroupName(plan.name, region),
        }),
    ...(securityGroups.length === 0 ? {} : { "vpc-security-group-ids": securityGroups }),
  };
}
