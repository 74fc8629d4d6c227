import type { RegionName } from "../../../base/names";
import { sortedUnique } from "../../../base/ordering";
import type { KeyPurpose, KeySet, ManagedKey } from "../../../model/key";
import type { Expression } from "../../../terraform/expression";
import { toIdentifier } from "../../../terraform/names";
import type { ResourceElement } from "../../../terraform/program";
import { uniqueSlugs } from "../../common/slug";
import { cryptoKeyPurpose } from "../catalog/key-specs";
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
const DECRYPTER = `${ROLE}.cryptoKeyDecrypter`;
const PUBLIC_KEY_VIEWER = `${ROLE}.publicKeyViewer`;

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

/** What those get who stand in a list of a policy. */
export interface PolicyGrant {
  readonly list: "administrators" | "operators" | "users";
  /** The word in the names of what gives it to them. */
  readonly kind: string;
  /** One of them, for people. */
  readonly title: string;
  readonly role: string;
}

/** What a key set gives to those whom its policy names. */
export function grantsOf({ purposes, spec }: KeySet): readonly PolicyGrant[] {
  const direct = purposes.filter((purpose) => purpose !== "database" && purpose !== "secrets");
  const user = { list: "users", kind: "user", title: "A user" } as const;
  return [
    { list: "administrators", kind: "admin", title: "An administrator", role: ADMINISTRATOR },
    { list: "operators", kind: "operator", title: "An operator", role: VIEWER },
    // Who encrypts for a private key needs its public one, which the roles of symmetric keys do not show.
    ...(cryptoKeyPurpose(spec) === "ASYMMETRIC_DECRYPT"
      ? [
          { ...user, role: DECRYPTER },
          { ...user, kind: "public_key", title: "A reader of the public key", role: PUBLIC_KEY_VIEWER },
        ]
      : sortedUnique(direct.map((purpose) => ROLE_OF_PURPOSE[purpose])).map((role) => ({ ...user, role }))),
  ];
}

/** The people and services that the spec names. */
export function lowerPolicy(
  place: KeyPlace,
  keySet: KeySet,
  { settings: { policy } }: ManagedKey,
): readonly ResourceElement[] {
  return grantsOf(keySet).flatMap((grant) => members(place, grant, policy[grant.list]));
}

/** The Terraform names of members of a key that is called `key`. */
export function memberNames(key: string, kind: string, principals: readonly string[]): readonly string[] {
  return uniqueSlugs(principals).map((slug) => toIdentifier(key, kind, slug));
}

function members(
  place: KeyPlace,
  { kind, title, role }: PolicyGrant,
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
