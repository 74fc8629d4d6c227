import type { RegionName } from "../base/names";
import type { KeyedData, Need, ToldNeed } from "../model/advice";
import { membersOf, type PlannedDatabase } from "../model/database";
import type { EncryptionIndex } from "../model/encryption";
import { isManagedKey, servedRegions, type KeySet, type KeyStrategy } from "../model/key";
import type { DeploymentPlan } from "../model/plan";
import type { ProviderCatalog } from "../model/provider-catalog";

/** A deployment, as advice is given on it. */
export interface AdviceSubject {
  readonly plan: DeploymentPlan;
  /** The account that it is applied in, where the spec names it. */
  readonly account: string | undefined;
  readonly encryption: EncryptionIndex;
  readonly catalog: ProviderCatalog;
  /** Needs that people told beside the spec. */
  readonly told: ReadonlySet<ToldNeed>;
}

/** What a key set is for, and what is asked of it. */
export interface KeySetProfile {
  readonly keySet: KeySet;
  readonly regions: readonly RegionName[];
  /** Regions in which something of a database is encrypted with its keys. */
  readonly usedRegions: readonly RegionName[];
  /** Databases whose storage it encrypts. */
  readonly databases: readonly PlannedDatabase[];
  readonly needs: ReadonlySet<Need>;
  readonly data: readonly KeyedData[];
  readonly possible: readonly KeyStrategy[];
  /** Whether services use the keys, and whether clients do. */
  readonly hasServiceUse: boolean;
  readonly hasDirectUse: boolean;
  /** What keys that stand already are to each other; undefined for other strategies. */
  readonly existing: "related" | "unrelated" | undefined;
}

/** Reads from the spec what a key set is for, and adds what was told. */
export function profileOf(keySet: KeySet, subject: AdviceSubject): KeySetProfile {
  const { plan, encryption, catalog } = subject;
  const regions = servedRegions(keySet);
  const users = regions.flatMap((region) => encryption.usersOf({ keySet: keySet.name, region }));
  const stored = new Set(users.filter(({ use }) => use === "storage").map(({ member }) => member.database));
  const has = (purposes: ProviderCatalog["servicePurposes"]) =>
    keySet.purposes.some((purpose) => purposes.includes(purpose));
  const use = {
    keySet,
    regions,
    usedRegions: regions.filter((region) => users.some(({ key }) => key.region === region)),
    databases: plan.databases.filter(({ name }) => stored.has(name)),
    hasServiceUse: has(catalog.servicePurposes),
    hasDirectUse: has(catalog.directUsePurposes),
    existing: relationOf(keySet, catalog),
  };
  const needs = new Set([...specNeeds(use, subject), ...toldNeeds(use, subject)]);
  return { ...use, needs, data: keyedData(use), possible: possibleStrategies(use, needs) };
}

type KeySetUse = Omit<KeySetProfile, "needs" | "data" | "possible">;

function relationOf({ strategy, keyIn }: KeySet, catalog: ProviderCatalog): KeySetUse["existing"] {
  if (strategy !== "existing") return undefined;
  const names = [...keyIn.values()].map((key) => {
    const parsed = key.kind === "existing-key" ? catalog.parseKeyIdentifier(key.id) : undefined;
    return parsed?.kind === "key" && parsed.isMultiRegion ? parsed.name : undefined;
  });
  const [first] = names;
  return first !== undefined && names.every((name) => name === first) ? "related" : "unrelated";
}

function specNeeds(use: KeySetUse, subject: AdviceSubject): Need[] {
  return [
    ...purposeNeeds(use, subject.catalog),
    ...ownershipNeeds(use, subject),
    ...controlNeeds(use, subject),
  ];
}

function purposeNeeds(
  { keySet, regions, databases, hasServiceUse, hasDirectUse }: KeySetUse,
  catalog: ProviderCatalog,
): Need[] {
  const needs: Need[] = hasServiceUse ? ["storage"] : [];
  if (databases.some((database) => new Set(membersOf(database).map(({ region }) => region)).size > 1))
    needs.push("disaster-recovery");
  if (hasDirectUse && regions.length === 1) needs.push("use-in-one-region");
  if (regions.length === 1) return needs;
  for (const purpose of keySet.purposes) {
    if (!catalog.directUsePurposes.includes(purpose)) continue;
    const isEncryption = catalog.usageOfPurpose(purpose) === "ENCRYPT_DECRYPT";
    needs.push(isEncryption ? "portable-ciphertext" : "portable-signatures");
  }
  return needs;
}

function ownershipNeeds({ keySet }: KeySetUse, { account, catalog }: AdviceSubject): Need[] {
  if (keySet.origin === "external") return ["own-material"];
  if (keySet.strategy !== "existing") return [];
  const isForeign = [...keySet.keyIn.values()].some((key) => {
    const parsed = key.kind === "existing-key" ? catalog.parseKeyIdentifier(key.id) : undefined;
    return parsed?.kind === "key" && account !== undefined && parsed.account !== account;
  });
  return [isForeign ? "central-account" : "standing-keys"];
}

function controlNeeds({ keySet, databases }: KeySetUse, { catalog }: AdviceSubject): Need[] {
  const keys = [...keySet.keyIn.values()].filter(isManagedKey);
  const policies = keys.map(({ settings }) => settings.policy);
  const needs: Need[] = [];
  const isShared =
    databases.some(({ snapshotAccounts }) => snapshotAccounts.length > 0) ||
    policies.some(({ snapshotAccounts }) => snapshotAccounts.length > 0);
  if (isShared) needs.push("snapshot-sharing");
  const hasOwnPeriod = keys.some(
    (key) =>
      key.kind !== "replica-key" &&
      key.rotation.kind === "automatic" &&
      key.rotation.periodDays !== catalog.defaults.rotationPeriodDays,
  );
  if (hasOwnPeriod) needs.push("custom-rotation");
  const hasOwnPolicy = policies.some(
    ({ administrators, operators, organizationId, statements }) =>
      administrators.length + operators.length + statements.length > 0 || organizationId !== undefined,
  );
  if (hasOwnPolicy || keys.some(({ settings }) => settings.grants.length > 0)) needs.push("own-policy");
  if (keySet.strategy === "provider-managed" || keySet.strategy === "provider-owned")
    needs.push("lowest-cost");
  return needs;
}

/** What was told, where it means something for the key set. */
function toldNeeds(
  { databases, regions, hasServiceUse, hasDirectUse }: KeySetUse,
  { told }: AdviceSubject,
): Need[] {
  const concerns: Readonly<Record<ToldNeed, boolean>> = {
    // A key set says by its purpose whether clients use it.
    "portable-ciphertext": false,
    "snapshot-sharing": databases.length > 0,
    residency: regions.length > 1,
    "custom-rotation": hasServiceUse,
    "own-material": true,
    "central-account": true,
    "blast-radius": databases.length > 0,
    "lowest-cost": !hasDirectUse,
  };
  return [...told].filter((need) => concerns[need]);
}

function keyedData({ hasServiceUse, keySet: { purposes } }: KeySetUse): KeyedData[] {
  return [
    ...(hasServiceUse ? (["storage"] as const) : []),
    ...(purposes.includes("client-side-encryption") ? (["ciphertext"] as const) : []),
    ...(purposes.includes("signing") || purposes.includes("mac") ? (["signatures"] as const) : []),
  ];
}

function possibleStrategies({ keySet, databases }: KeySetUse, needs: ReadonlySet<Need>): KeyStrategy[] {
  const isForStorage = keySet.purposes.every((purpose) => purpose === "database");
  const isClustersOfOneRegion =
    databases.length > 0 &&
    databases.every((database) => database.topology === "single-region" && database.form === "cluster");
  const isExisting = needs.has("central-account") || needs.has("standing-keys");
  return [
    "single-region",
    "multi-region",
    ...(isForStorage ? (["provider-managed"] as const) : []),
    ...(isForStorage && isClustersOfOneRegion ? (["provider-owned"] as const) : []),
    ...(isExisting ? (["existing"] as const) : []),
  ];
}
