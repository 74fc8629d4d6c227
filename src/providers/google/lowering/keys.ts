import { sortedUnique } from "../../../base/ordering";
import { mustGet } from "../../../base/invariant";
import type { RegionName } from "../../../base/names";
import {
  canBeNamed,
  isKeptOutside,
  isManagedKey,
  type ExistingKey,
  type KeySet,
  type ManagedKey,
} from "../../../model/key";
import { originalName } from "../../../model/former-names";
import { nested } from "../../../terraform/block";
import type { Expression } from "../../../terraform/expression";
import { toIdentifier } from "../../../terraform/names";
import type { OutputValue, ResourceElement } from "../../../terraform/program";
import type { KmsCryptoKeyVersionTemplate } from "@cdktf/provider-google/lib/kms-crypto-key";
import { byRegion, outputValue } from "../../common/outputs";
import { tagsOf } from "../../common/tags";
import { cryptoKeyPurpose, EXTERNAL_SYMMETRIC, protectionLevel, SYMMETRIC } from "../catalog/key-specs";
import { engines } from "../catalog/catalog";
import { parseKeyIdentifier } from "../catalog/identifiers";
import type { KeyUsingService } from "../catalog/service-agents";
import { kmsCryptoKey } from "../resources";
import { hasVersionsMadeOutside } from "../versions-outside";
import type { LoweredKey, LoweringContext } from "./context";
import { lowerAgentAccess, lowerPolicy } from "./key-access";
import { lowerKeyRings, type KeyRings } from "./key-rings";
import { lowerAgent, type LoweredAgent } from "./service-agents";

/** The keys of a deployment as resources, and what whatever they encrypt needs of them. */
export interface LoweredKeys {
  readonly elements: readonly ResourceElement[];
  readonly data: readonly ResourceElement[];
  readonly index: ReadonlyMap<string, ReadonlyMap<RegionName, LoweredKey>>;
  readonly outputs: readonly OutputValue[];
}

const DAY = 86_400;

/** Lowers every key set: key rings, keys, and who may use them. */
export function lowerKeys(context: LoweringContext): LoweredKeys {
  const rings = lowerKeyRings(context);
  const agents = lowerAgents(context);
  const sets = context.plan.keySets.map((keySet) => ({
    keySet,
    lowered: lowerKeySet(context, keySet, rings, agents),
  }));
  return {
    elements: [
      ...rings.elements,
      ...[...agents.values()].flatMap(({ elements }) => elements),
      ...sets.flatMap(({ lowered }) => lowered.elements),
    ],
    data: rings.data,
    index: new Map(sets.map(({ keySet, lowered }) => [keySet.name, lowered.keys])),
    outputs: sets.flatMap(({ keySet, lowered }) => keyOutputs(keySet.name, lowered.ids)),
  };
}

interface LoweredKeySet {
  readonly elements: readonly ResourceElement[];
  readonly keys: ReadonlyMap<RegionName, LoweredKey>;
  readonly ids: ReadonlyMap<RegionName, Expression<string>>;
}

type Agents = ReadonlyMap<KeyUsingService, LoweredAgent>;

function lowerKeySet(
  context: LoweringContext,
  keySet: KeySet,
  rings: KeyRings,
  agents: Agents,
): LoweredKeySet {
  const elements: ResourceElement[] = [];
  const keys = new Map<RegionName, LoweredKey>();
  const ids = new Map<RegionName, Expression<string>>();
  for (const [region, key] of keySet.keyIn) {
    if (key.kind === "existing-key") {
      const existing = lowerExistingKey(context, keySet, key, agents);
      elements.push(...existing.elements);
      keys.set(region, existing.lowered);
      continue;
    }
    if (!isManagedKey(key)) {
      keys.set(region, { id: undefined, access: new Map() });
      continue;
    }
    const managed = lowerManagedKey(context, keySet, key, { region, rings, agents });
    elements.push(...managed.elements);
    for (const served of key.kind === "location-key" ? key.regions : [region]) {
      keys.set(served, managed.lowered);
      ids.set(served, managed.id);
    }
  }
  return { elements, keys, ids };
}

interface KeyPlace {
  readonly region: RegionName;
  readonly rings: KeyRings;
  readonly agents: Agents;
}

function lowerManagedKey(
  context: LoweringContext,
  keySet: KeySet,
  key: ManagedKey,
  { region, rings, agents }: KeyPlace,
) {
  const location = locationOf(key);
  const name = keyName(keySet.name, key);
  const element = kmsCryptoKey({
    name,
    region,
    comment: `Key set ${keySet.name} in ${location}: ${commentOf(key)}; for ${keySet.purposes.join(", ")}.`,
    arguments: {
      name: originalName(keySet),
      keyRing: mustGet(rings.idIn, location),
      purpose: cryptoKeyPurpose(keySet.spec),
      rotationPeriod: rotationOf(key),
      destroyScheduledDuration: `${key.settings.deletionWindowDays * DAY}s`,
      importOnly: keySet.origin === "external" ? true : undefined,
      skipInitialVersionCreation: hasVersionsMadeOutside(keySet) ? true : undefined,
      cryptoKeyBackend: key.externalStore,
      labels: tagsOf(key.settings.tags),
      versionTemplate: nested<KmsCryptoKeyVersionTemplate>({
        algorithm: algorithmOf(keySet),
        protectionLevel: protectionLevel(keySet.protection),
      }),
    },
    lifecycle: { preventDestroy: key.protect },
  });
  const id = element.attribute("id");
  const place = { keySet: keySet.name, name, region, location, id };
  const access = servicesOf(context, keySet, region).map(
    (service) => [service, [lowerAgentAccess(place, service, mustGet(agents, service))]] as const,
  );
  return {
    elements: [element, ...access.flatMap(([, members]) => members), ...lowerPolicy(place, keySet, key)],
    lowered: { id, access: new Map(access) },
    id,
  };
}

/** The Terraform name of a key. */
export function keyName(keySet: string, key: ManagedKey): string {
  return toIdentifier(keySet, locationOf(key));
}

function locationOf(key: ManagedKey): string {
  return key.kind === "location-key" ? key.location : key.region;
}

function commentOf(key: ManagedKey): string {
  return key.kind === "location-key" ? "one key for several Regions" : "a key of its own";
}

/** A symmetric key of a key manager outside has an algorithm of its own name. */
function algorithmOf({ spec, protection }: KeySet): string {
  return spec === SYMMETRIC && isKeptOutside(protection) ? EXTERNAL_SYMMETRIC : spec;
}

function rotationOf(key: ManagedKey): string | undefined {
  if (key.kind === "replica-key" || key.rotation.kind === "off") return undefined;
  return `${key.rotation.periodDays * DAY}s`;
}

/** The services that use the key of a Region: of its databases, and what its purposes name. */
export function servicesOf(
  { databases, encryption }: LoweringContext,
  keySet: KeySet,
  region: RegionName,
): readonly KeyUsingService[] {
  const users = encryption.usersOf({ keySet: keySet.name, region });
  const products = users.map(
    ({ member }) => mustGet(engines, mustGet(databases, member.database).engine).product,
  );
  return sortedUnique<KeyUsingService>([
    ...products,
    ...(keySet.purposes.includes("secrets") ? (["secret-manager"] as const) : []),
  ]);
}

/** The agents of all services that use a key which can be named, each once. */
function lowerAgents(context: LoweringContext): Agents {
  const services = context.plan.keySets.flatMap((keySet) =>
    canBeNamed(keySet.strategy)
      ? [...keySet.keyIn.keys()].flatMap((region) => servicesOf(context, keySet, region))
      : [],
  );
  return new Map(sortedUnique(services).map((service) => [service, lowerAgent(context, service)]));
}

/** Whether an existing key is in a project of the deployment; who may use another project's key is its owner's to say. */
export function isOfOurs({ project, keyProject }: LoweringContext, { id }: ExistingKey): boolean {
  const parsed = parseKeyIdentifier(id);
  return parsed.kind === "key" && [project, keyProject].includes(parsed.account);
}

/**
 * A key that stands already. Who owns it lets the services in where it is another project's; what a database waits for
 * is then only that there is an agent to let in.
 */
function lowerExistingKey(
  context: LoweringContext,
  keySet: KeySet,
  key: ExistingKey,
  agents: Agents,
): { readonly elements: readonly ResourceElement[]; readonly lowered: LoweredKey } {
  const { region, id } = key;
  const name = toIdentifier(keySet.name, region);
  const place = { keySet: keySet.name, name, region, location: region, id };
  const isOurs = isOfOurs(context, key);
  const access = servicesOf(context, keySet, region).map((service) => {
    const agent = mustGet(agents, service);
    return [service, isOurs ? [lowerAgentAccess(place, service, agent)] : agent.dependsOn] as const;
  });
  return {
    elements: isOurs ? access.flatMap(([, members]) => members) : [],
    lowered: { id, access: new Map(access) },
  };
}

function keyOutputs(name: string, ids: ReadonlyMap<RegionName, Expression<string>>): OutputValue[] {
  if (ids.size === 0) return [];
  return [
    outputValue(
      [name, "key_ids"],
      `Full name of the key of key set ${name} in each Region.`,
      byRegion(ids, (id) => id),
    ),
  ];
}
