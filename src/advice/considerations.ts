import { counted, listed } from "../base/text";
import type { ConsiderationId, Need } from "../model/advice";
import { canBeNamed, isManagedKey, type KeyStrategy } from "../model/key";
import { costOf } from "../model/key-cost";
import type { PriceList } from "../model/prices";
import type { AdviceSubject, KeySetProfile } from "./profile";

/** Something to think about; `text` is sentences. */
export interface Consideration {
  readonly id: ConsiderationId;
  readonly text: string;
}

/** What there is to consider about a key set beside its strategy. */
export function considerationsOf(
  profile: KeySetProfile,
  chosen: KeyStrategy,
  subject: AdviceSubject,
  price: PriceList | undefined,
): readonly Consideration[] {
  return [
    ...separateStorage(profile, chosen, price),
    ...shared(profile, subject, price),
    ...unused(profile, subject, price),
  ];
}

/** What there is to consider about a deployment as a whole. */
export function deploymentConsiderations(
  profiles: readonly KeySetProfile[],
  { told }: AdviceSubject,
): readonly Consideration[] {
  const hasClients = profiles.some(({ keySet }) => keySet.purposes.includes("client-side-encryption"));
  if (!told.has("portable-ciphertext") || hasClients) return [];
  return [
    {
      id: "no-key-for-clients",
      text: "No key set is for clients: add one of strategy multi-region with purpose client-side-encryption, beside those of the databases.",
    },
  ];
}

const PORTABLE: readonly Need[] = ["portable-ciphertext", "portable-signatures"];

function separateStorage(
  profile: KeySetProfile,
  chosen: KeyStrategy,
  price: PriceList | undefined,
): Consideration[] {
  const { databases, needs, regions } = profile;
  const isPortable = PORTABLE.some((need) => needs.has(need));
  if (!isPortable || databases.length === 0 || chosen !== "multi-region") return [];
  const text = `Clients and ${namesOf(databases)} use the same keys: who may decrypt for clients holds the key of the storage too. A single-region key set for the storage ${more(regions.length, price, profile)}.`;
  return [{ id: "separate-storage", text }];
}

function shared(
  profile: KeySetProfile,
  subject: AdviceSubject,
  price: PriceList | undefined,
): Consideration[] {
  const { databases, keySet, needs } = profile;
  if (databases.length < 2 || !canBeNamed(keySet.strategy)) return [];
  const others = keysOfSetsApart(profile, subject);
  const wanted = needs.has("blast-radius") ? "Give each a key set of its own: that" : "A key set for each";
  const text = `${counted(databases.length, "database")} share these keys: whoever may use, disable or misconfigure one reaches them all. ${wanted} ${more(others, price, profile)}.`;
  return [{ id: "shared-by-databases", text }];
}

/**
 * How many keys more a set for each database takes: one in each Region where something of it is encrypted, beside those
 * that there are, which serve one of them. A multi-Region primary key is in the primary Region.
 */
function keysOfSetsApart(
  { databases, keySet, regions }: KeySetProfile,
  { encryption, plan }: AdviceSubject,
): number {
  const primary = keySet.strategy === "multi-region" ? [plan.primaryRegion] : [];
  const apart = databases.map(({ name }) => {
    const used = regions.filter((region) =>
      encryption.usersOf({ keySet: keySet.name, region }).some(({ member }) => member.database === name),
    );
    return new Set([...primary, ...used]);
  });
  const together = new Set(apart.flatMap((one) => [...one]));
  return apart.reduce((sum, { size }) => sum + size, 0) - together.size;
}

function unused(
  profile: KeySetProfile,
  { plan }: AdviceSubject,
  price: PriceList | undefined,
): Consideration[] {
  const { keySet, regions, usedRegions, hasDirectUse } = profile;
  const isOwn = [...keySet.keyIn.values()].some(isManagedKey);
  if (hasDirectUse || !isOwn) return [];
  if (usedRegions.length === 0) {
    const cost = price === undefined ? "" : `, for ${amount(regions.length, price, profile)} a month`;
    return [{ id: "unused-key-set", text: `Nothing in the spec is encrypted with these keys${cost}.` }];
  }
  const needed = (region: string) => keySet.strategy === "multi-region" && region === plan.primaryRegion;
  const idle = regions.filter((region) => !usedRegions.includes(region) && !needed(region));
  if (idle.length === 0) return [];
  const kept = regions.filter((region) => !idle.includes(region));
  const saves = price === undefined ? "" : ` That saves ${amount(idle.length, price, profile)} a month.`;
  const text = `Nothing is encrypted with the keys in ${listed(idle)}: write regions: [${kept.join(", ")}], unless they are for later.${saves}`;
  return [{ id: "unused-regions", text }];
}

function namesOf(databases: KeySetProfile["databases"]): string {
  return listed(databases.map(({ name }) => name));
}

function more(keys: number, price: PriceList | undefined, profile: KeySetProfile): string {
  if (price === undefined) return `takes ${counted(keys, "key")} more`;
  return `takes ${counted(keys, "key")} more, ${amount(keys, price, profile)} a month`;
}

function amount(keys: number, price: PriceList, { keySet: { protection, spec } }: KeySetProfile): string {
  return `${costOf(keys, { protection, spec, periodDays: undefined }, price).now.toFixed(2)} ${price.currency}`;
}
