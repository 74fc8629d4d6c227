import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { invariant } from "../../base/invariant";
import type { RegionName } from "../../base/names";
import { sortedEntries } from "../../base/ordering";
import { indexEncryption, type EncryptionIndex } from "../../model/encryption";
import type {
  KeyPurpose,
  KeySet,
  ManagedKey,
  PlannedKey,
  PrimaryKey,
  ReplicaKey,
  SingleRegionKey,
} from "../../model/key";
import { jsonencode, type Expression } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import type { ResourceElement } from "../../terraform/program";
import type { TypedElement } from "../../terraform/resource-type";
import { keyPolicyDocument } from "./key-policy";
import type { KeyArns, LoweringContext } from "./lowering-context";
import { kmsAlias, kmsKey, kmsKeyData, kmsReplicaKey } from "./resources";

type Context = Omit<LoweringContext, "keyArn">;
/** What a key and a replica key have in common. */
type KeyElement = TypedElement<Pick<KmsKey, "arn" | "keyId">>;

/** The keys of a deployment as resources, and their ARNs for whatever they encrypt. */
export interface LoweredKeys {
  /** Keys and aliases, key set by key set, Region by Region. */
  readonly elements: readonly ResourceElement[];
  /** Data sources for AWS's own keys, where they must be named. */
  readonly data: readonly ResourceElement[];
  readonly arns: KeyArns;
  /** The keys that are created here, by key set and Region, for the outputs. */
  readonly created: ReadonlyMap<string, ReadonlyMap<RegionName, CreatedKey>>;
}

/** What the outputs say of a key that is created here. */
export interface CreatedKey {
  readonly arn: Expression<string>;
  readonly keyId: Expression<string>;
  readonly aliasArn: Expression<string>;
}

/** Lowers every key set. Policy, description, tags and aliases are written out for each Region. */
export function lowerKeys(context: Context): LoweredKeys {
  const work: Work = {
    context,
    encryption: indexEncryption(context.plan.encryption),
    elements: [],
    data: new Map(),
  };
  const arns = new Map<string, ReadonlyMap<RegionName, Expression<string> | string>>();
  const created = new Map<string, ReadonlyMap<RegionName, CreatedKey>>();
  for (const keySet of context.plan.keySets) {
    const lowered = lowerKeySet(work, keySet);
    arns.set(keySet.name, lowered.arns);
    if (lowered.created.size > 0) created.set(keySet.name, lowered.created);
  }
  return { elements: work.elements, data: [...work.data.values()], arns, created };
}

/** What is gathered on the way. */
interface Work {
  readonly context: Context;
  readonly encryption: EncryptionIndex;
  readonly elements: ResourceElement[];
  /** By Region: several key sets may name the same key of AWS. */
  readonly data: Map<RegionName, ReturnType<typeof serviceKey>>;
}

function lowerKeySet(work: Work, keySet: KeySet) {
  const arns = new Map<RegionName, Expression<string> | string>();
  const created = new Map<RegionName, CreatedKey>();
  let primary: Expression<string> | undefined;
  for (const key of keySet.keyIn.values()) {
    switch (key.kind) {
      case "existing-key":
        arns.set(key.region, key.id);
        break;
      case "provider-managed-key": {
        const arn = serviceKeyArn(work, keySet, key);
        if (arn !== undefined) arns.set(key.region, arn);
        break;
      }
      default: {
        const element =
          key.kind === "replica-key"
            ? replicaKey(work, keySet, key, primary)
            : primaryOrSingleKey(work, keySet, key);
        const one = createdKey(work, keySet, key, element);
        if (key.kind === "primary-key") primary = one.arn;
        arns.set(key.region, one.arn);
        created.set(key.region, one);
      }
    }
  }
  return { arns, created };
}

/** A key with its aliases: adds them to the file and answers what the outputs need. */
function createdKey(
  { context, elements }: Work,
  keySet: KeySet,
  key: ManagedKey,
  element: KeyElement,
): CreatedKey {
  const aliases = key.settings.aliases.map((alias, index) =>
    kmsAlias({
      name: toIdentifier(keySet.name, key.region, ...(index === 0 ? [] : [index + 1])),
      placement: context.placementOf(key.region),
      arguments: { name: `alias/${alias}`, targetKeyId: element.attribute("keyId") },
    }),
  );
  elements.push(element, ...aliases);
  const [main] = aliases;
  invariant(main !== undefined, `key set ${keySet.name} has no alias in ${key.region}`);
  return {
    arn: element.attribute("arn"),
    keyId: element.attribute("keyId"),
    aliasArn: main.attribute("arn"),
  };
}

function primaryOrSingleKey(work: Work, keySet: KeySet, key: PrimaryKey | SingleRegionKey) {
  const { settings, rotation } = key;
  const isMultiRegion = key.kind === "primary-key";
  return kmsKey({
    name: toIdentifier(keySet.name, key.region),
    placement: work.context.placementOf(key.region),
    comment: comment(keySet, key.region, isMultiRegion ? "multi-Region primary key" : "single-Region key"),
    arguments: {
      description: settings.description,
      multiRegion: isMultiRegion,
      enableKeyRotation: rotation.kind === "automatic",
      rotationPeriodInDays: rotation.kind === "automatic" ? rotation.periodDays : undefined,
      isEnabled: settings.enabled,
      deletionWindowInDays: settings.deletionWindowDays,
      policy: policyOf(work, keySet, key),
      tags: tagsOf(settings.tags),
    },
    lifecycle: { preventDestroy: key.protect },
  });
}

/** A replica key: rotation, spec and usage are its primary key's and cannot be set here. */
function replicaKey(work: Work, keySet: KeySet, key: ReplicaKey, primary: Expression<string> | undefined) {
  invariant(
    primary !== undefined,
    `key set ${keySet.name} has a replica key in ${key.region}, but no primary key`,
  );
  return kmsReplicaKey({
    name: toIdentifier(keySet.name, key.region),
    placement: work.context.placementOf(key.region),
    comment: comment(keySet, key.region, `replica of the primary key in ${key.primaryRegion}`),
    arguments: {
      description: key.settings.description,
      primaryKeyArn: primary,
      enabled: key.settings.enabled,
      deletionWindowInDays: key.settings.deletionWindowDays,
      policy: policyOf(work, keySet, key),
      tags: tagsOf(key.settings.tags),
    },
    lifecycle: { preventDestroy: key.protect },
  });
}

/**
 * The ARN of the key that AWS keeps for RDS in a Region. Only a cross-Region member must name it; elsewhere
 * naming none means it (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html).
 */
function serviceKeyArn(work: Work, keySet: KeySet, { region }: PlannedKey): Expression<string> | undefined {
  const isUsed = work.encryption.usesOf({ keySet: keySet.name, region }).has("storage");
  if (!isUsed || region === work.context.plan.primaryRegion) return undefined;
  const element = work.data.get(region) ?? serviceKey(work.context, region);
  work.data.set(region, element);
  return element.attribute("arn");
}

function serviceKey(context: Context, region: RegionName) {
  return kmsKeyData({
    name: toIdentifier("rds", region),
    placement: context.placementOf(region),
    comment: `The AWS managed key for RDS in ${region}; it exists once anything there has been encrypted with it.`,
    arguments: { keyId: "alias/aws/rds" },
  });
}

function policyOf({ context, encryption }: Work, keySet: KeySet, key: ManagedKey): Expression<string> {
  return jsonencode(keyPolicyDocument({ ...context, encryption, keySet, key }));
}

const PURPOSE_COMMENTS: Readonly<Record<KeyPurpose, string>> = {
  database: "encrypts databases",
  "client-side-encryption": "client-side encryption",
  logs: "encrypts logs",
};

function comment(keySet: KeySet, region: RegionName, kind: string): string {
  const uses = keySet.purposes.map((purpose) => PURPOSE_COMMENTS[purpose]).join(", ");
  return `Key set ${keySet.name} in ${region}: ${kind}; ${uses}.`;
}

/** Tags by name; none rather than an empty map. */
export function tagsOf(tags: Readonly<Record<string, string>>): Record<string, string> | undefined {
  const entries = sortedEntries(tags);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
