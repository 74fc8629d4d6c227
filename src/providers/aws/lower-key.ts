import { invariant } from "../../base/invariant";
import type {
  KeyPurpose,
  KeySet,
  ManagedKey,
  PrimaryKey,
  ReplicaKey,
  SingleRegionKey,
} from "../../model/key";
import { originalName } from "../../model/former-names";
import { jsonencode, reference, type Expression } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import type { InputVariable, ResourceElement } from "../../terraform/program";
import { keySpecs } from "./catalog/key-specs";
import { keyPolicyDocument } from "./key-policy";
import type { LoweringContext } from "./lowering-context";
import { kmsExternalKey, kmsKey, kmsReplicaExternalKey, kmsReplicaKey } from "./resources";
import { tagsOf } from "../common/tags";

/** A key as a resource, and what others say of it. */
export interface KeyElement {
  readonly element: ResourceElement;
  readonly arn: Expression<string>;
  readonly keyId: Expression<string>;
}

/** A key as AWS has them: each in one Region. */
export type AwsKey = PrimaryKey | ReplicaKey | SingleRegionKey;

/** Lowers one key; `primary` is the ARN of the primary key, for a replica key. */
export function lowerKey(
  context: LoweringContext,
  keySet: KeySet,
  key: AwsKey,
  primary: Expression<string> | undefined,
): KeyElement {
  if (key.kind !== "replica-key") {
    return keySet.origin === "external" ? externalKey(context, keySet, key) : ownKey(context, keySet, key);
  }
  invariant(
    primary !== undefined,
    `key set ${keySet.name} has a replica key in ${key.region}, but no primary key`,
  );
  return keySet.origin === "external"
    ? replicaExternalKey(context, keySet, key, primary)
    : replicaKey(context, keySet, key, primary);
}

function ownKey(context: LoweringContext, keySet: KeySet, key: PrimaryKey | SingleRegionKey): KeyElement {
  const { rotation } = key;
  const element = kmsKey({
    ...placeOf(keySet, key, key.kind === "primary-key" ? "multi-Region primary key" : "single-Region key"),
    arguments: {
      description: key.settings.description,
      ...specArguments(keySet),
      multiRegion: key.kind === "primary-key",
      enableKeyRotation: canRotate(keySet) ? rotation.kind === "automatic" : undefined,
      rotationPeriodInDays: rotation.kind === "automatic" ? rotation.periodDays : undefined,
      isEnabled: key.settings.enabled,
      ...independentArguments(context, keySet, key),
    },
  });
  return { element, arn: element.attribute("arn"), keyId: element.attribute("keyId") };
}

/** A replica key: rotation, spec and usage are its primary key's and cannot be set here. */
function replicaKey(
  context: LoweringContext,
  keySet: KeySet,
  key: ReplicaKey,
  primary: Expression<string>,
): KeyElement {
  const element = kmsReplicaKey({
    ...placeOf(keySet, key, `replica of the primary key in ${key.primaryRegion}`),
    arguments: {
      description: key.settings.description,
      primaryKeyArn: primary,
      enabled: key.settings.enabled,
      ...independentArguments(context, keySet, key),
    },
  });
  return { element, arn: element.attribute("arn"), keyId: element.attribute("keyId") };
}

function externalKey(
  context: LoweringContext,
  keySet: KeySet,
  key: PrimaryKey | SingleRegionKey,
): KeyElement {
  const isPrimary = key.kind === "primary-key";
  const element = kmsExternalKey({
    ...placeOf(
      keySet,
      key,
      `${isPrimary ? "multi-Region primary" : "single-Region"} key with imported material`,
    ),
    arguments: {
      description: key.settings.description,
      ...externalSpecArguments(keySet),
      multiRegion: isPrimary,
      keyMaterialBase64: materialVariable(keySet)?.value,
      ...externalState(key),
      ...independentArguments(context, keySet, key),
    },
  });
  return { element, arn: element.attribute("arn"), keyId: element.attribute("id") };
}

/** AWS does not replicate imported material: every Region imports the same bytes by itself. */
function replicaExternalKey(
  context: LoweringContext,
  keySet: KeySet,
  key: ReplicaKey,
  primary: Expression<string>,
): KeyElement {
  const element = kmsReplicaExternalKey({
    ...placeOf(keySet, key, `replica of the primary key in ${key.primaryRegion}, same material`),
    arguments: {
      description: key.settings.description,
      primaryKeyArn: primary,
      keyMaterialBase64: materialVariable(keySet)?.value,
      ...externalState(key),
      ...independentArguments(context, keySet, key),
    },
  });
  return { element, arn: element.attribute("arn"), keyId: element.attribute("keyId") };
}

/** What AWS synchronises between no Regions, and every resource type has under the same names. */
function independentArguments(context: LoweringContext, keySet: KeySet, key: ManagedKey) {
  return {
    deletionWindowInDays: key.settings.deletionWindowDays,
    policy: jsonencode(keyPolicyDocument({ ...context, keySet, key })),
    tags: tagsOf(key.settings.tags),
  };
}

function placeOf(keySet: KeySet, key: ManagedKey, kind: string) {
  const uses = keySet.purposes.map((purpose) => PURPOSE_COMMENTS[purpose]).join(", ");
  return {
    name: toIdentifier(keySet.name, key.region),
    region: key.region,
    comment: `Key set ${keySet.name} in ${key.region}: ${kind}; ${uses}.`,
    lifecycle: { preventDestroy: key.protect },
  };
}

const PURPOSE_COMMENTS: Readonly<Record<KeyPurpose, string>> = {
  database: "encrypts databases",
  "client-side-encryption": "client-side encryption",
  signing: "signs",
  mac: "makes message authentication codes",
  secrets: "encrypts secrets",
  logs: "encrypts logs",
};

const DEFAULT_SPEC = "SYMMETRIC_DEFAULT";

/** Spec and usage, where they are not the default. */
function specArguments({ spec, usage }: KeySet) {
  if (spec === DEFAULT_SPEC) return {};
  return { customerMasterKeySpec: spec, keyUsage: usage };
}

/** The same for external keys, which have the arguments from provider 6 on. */
function externalSpecArguments({ spec, usage }: KeySet) {
  if (spec === DEFAULT_SPEC) return {};
  return { keySpec: spec, keyUsage: usage };
}

function canRotate({ spec }: KeySet): boolean {
  return keySpecs.get(spec)?.isSymmetricEncryption === true;
}

/** A key whose material has still to be imported cannot be enabled, so only "disabled" is ever said. */
function externalState({ settings }: ManagedKey) {
  return settings.enabled ? {} : { enabled: false };
}

/** Kept through a rename: without the value that is given by this name, Terraform would replace the key. */
export function materialVariableName(keySet: KeySet): string {
  return toIdentifier(originalName(keySet), "key_material_base64");
}

/** The variable through which key material may be given; null leaves the import to somebody else. */
export function materialVariable(
  keySet: KeySet,
): { readonly value: Expression<string>; readonly variable: InputVariable } | undefined {
  if (keySet.origin !== "external") return undefined;
  const name = materialVariableName(keySet);
  return {
    value: reference<string>("var", name),
    variable: {
      name,
      description: `Key material of key set ${keySet.name}, base64. It would stand in the state; leave it null and import it by other means.`,
      type: "string",
      default: null,
      sensitive: true,
      validations: [],
    },
  };
}
