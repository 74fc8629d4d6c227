import { sortedUnique } from "../../../../base/ordering";
import {
  canBeNamed,
  isManagedKey,
  type ExistingKey,
  type KeySet,
  type ManagedKey,
} from "../../../../model/key";
import { originalName } from "../../../../model/former-names";
import { toIdentifier } from "../../../../terraform/names";
import type { TerraformProgram } from "../../../../terraform/program";
import type { LoweringRequest } from "../../../provider";
import { agentOf, type KeyUsingService } from "../../catalog/service-agents";
import { createContext, type LoweringContext } from "../../lowering/context";
import { isOfOurs, servicesOf } from "../../lowering/keys";

/** A deployment, as its guide speaks of it. */
export interface GuideSubject extends LoweringContext {
  readonly programs: readonly TerraformProgram[];
  readonly hasStacks: boolean;
  /** The services whose agents use a key that can be named. */
  readonly services: readonly KeyUsingService[];
  /** Keys of projects that are not the deployment's, with the services that use them. */
  readonly foreignKeys: readonly ForeignKey[];
  readonly createdKeys: readonly CreatedKey[];
}

/** A key that the deployment creates, and the names of its elements. */
export interface CreatedKey {
  readonly keySet: KeySet;
  readonly key: ManagedKey;
  readonly elementName: string;
  readonly ringElement: string;
}

/** A key that another project owns. */
export interface ForeignKey {
  readonly keySet: KeySet;
  readonly key: ExistingKey;
  readonly services: readonly KeyUsingService[];
}

/** Prepares a deployment. */
export function guideSubject(request: LoweringRequest, programs: readonly TerraformProgram[]): GuideSubject {
  const context = createContext(request);
  const named = context.plan.keySets.filter(({ strategy }) => canBeNamed(strategy));
  const services = named.flatMap((keySet) =>
    [...keySet.keyIn.keys()].flatMap((region) => servicesOf(context, keySet, region)),
  );
  return {
    ...context,
    programs,
    hasStacks: context.plan.layout !== "single",
    services: sortedUnique(services),
    foreignKeys: named.flatMap((keySet) => foreignKeysOf(context, keySet)),
    createdKeys: named.flatMap((keySet) => createdKeysOf(context, keySet)),
  };
}

function createdKeysOf({ plan }: LoweringContext, keySet: KeySet): readonly CreatedKey[] {
  return [...keySet.keyIn.values()].filter(isManagedKey).map((key) => ({
    keySet,
    key,
    elementName: toIdentifier(keySet.name, locationOf(key)),
    ringElement: toIdentifier(plan.name, locationOf(key)),
  }));
}

function foreignKeysOf(context: LoweringContext, keySet: KeySet): readonly ForeignKey[] {
  return [...keySet.keyIn.values()].flatMap((key): ForeignKey[] =>
    key.kind === "existing-key" && !isOfOurs(context, key)
      ? [{ keySet, key, services: servicesOf(context, keySet, key.region) }]
      : [],
  );
}

/** What stands in commands for the number of a project that the spec does not say. */
const NUMBER_PLACEHOLDER = "PROJECT_NUMBER";

/** The agent of a service as a member of a policy. */
export function agentMember({ request }: GuideSubject, service: KeyUsingService): string {
  const number = request.provider.projectNumber ?? NUMBER_PLACEHOLDER;
  return `serviceAccount:service-${number}@${agentOf(service).host}`;
}

/** Where a key is created. */
export function locationOf(key: ManagedKey): string {
  return key.kind === "location-key" ? key.location : key.region;
}

/** The name of the deployment's key rings, which is the same in every location. */
export function ringName({ request, plan }: LoweringContext): string {
  return request.provider.keyRing?.name ?? plan.name;
}

/** The full name of the key ring of a location. */
export function fullRingName(context: LoweringContext, location: string): string {
  return `projects/${context.keyProject}/locations/${location}/keyRings/${ringName(context)}`;
}

/** The full name of a key that the deployment creates. */
export function fullKeyName(context: LoweringContext, keySet: KeySet, key: ManagedKey): string {
  return `${fullRingName(context, locationOf(key))}/cryptoKeys/${originalName(keySet)}`;
}
