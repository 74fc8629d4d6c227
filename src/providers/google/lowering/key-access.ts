import type { RegionName } from "../../../base/names";
import { sortedUnique } from "../../../base/ordering";
import type { KeyPurpose, KeySet, ManagedKey } from "../../../model/key";
import type { Expression } from "../../../terraform/expression";
import { toIdentifier } from "../../../terraform/names";
import type { ResourceElement } from "../../../terraform/program";
import { uniqueSlugs } from "../../common/slug";
import { agentOf, type KeyUsingService } from "../catalog/service-agents";
import { kmsCryptoKeyIamMember } from "../resources";
import type { LoweredAgent } from "./service-agents";

/*
 * Who may do what with a key: one member of one role each, so that nothing that others grant is taken away
 * (https://cloud.google.com/kms/docs/reference/permissions-and-roles).
 */

const ROLE = "roles/cloudkms";
const ADMINISTRATOR = `${ROLE}.admin`;
const VIEWER = `${ROLE}.viewer`;
/** What a service agent has. */
export const ENCRYPTER_DECRYPTER = `${ROLE}.cryptoKeyEncrypterDecrypter`;
const SIGNER_VERIFIER = `${ROLE}.signerVerifier`;

const ROLE_OF_PURPOSE: Readonly<Record<KeyPurpose, string>> = {
  database: ENCRYPTER_DECRYPTER,
  "client-side-encryption": ENCRYPTER_DECRYPTER,
  secrets: ENCRYPTER_DECRYPTER,
  logs: ENCRYPTER_DECRYPTER,
  signing: SIGNER_VERIFIER,
  mac: SIGNER_VERIFIER,
};

/** A key, as those who are let in name it. */
export interface KeyPlace {
  readonly keySet: string;
  /** Its Terraform name. */
  readonly name: string;
  readonly region: RegionName;
  readonly location: string;
  readonly id: Expression<string> | string;
}

/** What lets a service use the key: as its agent. */
export function lowerAgentAccess(
  place: KeyPlace,
  service: KeyUsingService,
  { member, dependsOn }: LoweredAgent,
): ResourceElement {
  return kmsCryptoKeyIamMember({
    name: toIdentifier(place.name, service, "agent"),
    region: place.region,
    comment: `${agentOf(service).title} encrypts with the key of ${place.location}.`,
    arguments: { cryptoKeyId: place.id, role: ENCRYPTER_DECRYPTER, member },
    dependsOn,
  });
}

/** The people and services that the spec names. */
export function lowerPolicy(
  place: KeyPlace,
  { purposes }: KeySet,
  { settings: { policy } }: ManagedKey,
): readonly ResourceElement[] {
  const direct = purposes.filter((purpose) => purpose !== "database" && purpose !== "secrets");
  const userRoles = sortedUnique(direct.map((purpose) => ROLE_OF_PURPOSE[purpose]));
  return [
    ...members(place, "admin", "An administrator", ADMINISTRATOR, policy.administrators),
    ...members(place, "operator", "An operator", VIEWER, policy.operators),
    ...userRoles.flatMap((role) => members(place, "user", "A user", role, policy.users)),
  ];
}

/** The Terraform names of members of a key that is called `key`. */
export function memberNames(key: string, kind: string, principals: readonly string[]): readonly string[] {
  return uniqueSlugs(principals).map((slug) => toIdentifier(key, kind, slug));
}

function members(
  place: KeyPlace,
  kind: string,
  title: string,
  role: string,
  principals: readonly string[],
): readonly ResourceElement[] {
  const names = memberNames(place.name, kind, principals);
  return principals.map((member, index) =>
    kmsCryptoKeyIamMember({
      name: names[index] ?? "",
      region: place.region,
      comment: `${title} of key set ${place.keySet} in ${place.location}.`,
      arguments: { cryptoKeyId: place.id, role, member },
    }),
  );
}
