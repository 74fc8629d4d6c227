import { oneOf } from "../../base/text";
import { error, warning } from "../definition";

const KMS = "https://cloud.google.com/kms/docs";
const CMEK = "https://cloud.google.com/sql/docs/postgres/cmek";

/** Keys of providers whose keys are in locations, and made of versions. */
export const keyLocationDiagnostics = {
  "keys/location-missing": error<{ keySet: string; known: readonly string[] }>({
    message: ({ keySet }) =>
      `multi-region key set "${keySet}" does not say which multi-region location its one key is in`,
    help: ({ known }) => `add location, such as ${known.slice(0, 2).join(" or ")}`,
    sources: [`${KMS}/locations`],
  }),
  "keys/location-is-region": error<{ location: string }>({
    message: ({ location }) => `"${location}" is a Region, not a multi-region location`,
    help: () => "write strategy: single-region, which has a key in each Region, and remove location",
    sources: [`${KMS}/locations`],
  }),
  "keys/location-unknown": error<{
    location: string;
    known: readonly string[];
    suggestion: string | undefined;
  }>({
    message: ({ location }) => `"${location}" is not a location of keys`,
    help: ({ known, suggestion }) =>
      suggestion === undefined ? `use one of ${known.join(", ")}` : `did you mean "${suggestion}"?`,
    sources: [`${KMS}/locations`],
  }),
  "keys/location-unverified": warning<{ location: string }>({
    message: ({ location }) => `whether keys can be in location "${location}" could not be verified`,
    help: () => "check the list of locations, then accept this warning",
    sources: [`${KMS}/locations`],
  }),
  "keys/location-for-database": error<{ keySet: string; location: string }>({
    message: ({ keySet, location }) =>
      `no database can use key set "${keySet}": its key is in ${location === "" ? "a multi-region location" : `"${location}"`}, and a database needs a key of its own Region`,
    help: () => "write strategy: single-region for databases, and give other purposes a key set of their own",
    sources: [CMEK, "https://cloud.google.com/alloydb/docs/use-cmek"],
  }),
  "keys/location-for-secrets": error<{ location: string }>({
    message: ({ location }) =>
      `Secret Manager takes no key in "${location}": a secret has a key in "global", or in each Region that it is kept in`,
    help: () => "write location: global, or strategy: single-region",
    sources: ["https://cloud.google.com/secret-manager/docs/cmek"],
  }),
  "keys/spec-not-in-protection": error<{ spec: string; protection: string; protections: readonly string[] }>({
    message: ({ spec, protection }) => `no key with protection "${protection}" has spec ${spec}`,
    help: ({ protections }) => `write protection: ${protections.join(" or ")}, or choose another spec`,
    sources: [`${KMS}/algorithms`, `${KMS}/reference/rest/v1/CryptoKeyVersionAlgorithm`],
  }),
  "keys/name-too-long": error<{ name: string; length: number; maximum: number }>({
    message: ({ name, length, maximum }) =>
      `the name of a key has at most ${maximum} characters; "${name}" has ${length}`,
    help: () => "give the key set a shorter name",
    sources: [`${KMS}/reference/rest/v1/projects.locations.keyRings.cryptoKeys/create`],
  }),
  "keys/override-of-shared-key": error<{ keySet: string }>({
    message: ({ keySet }) =>
      `key set "${keySet}" is one key for all its Regions: no Region has settings of its own`,
    help: () => "write them at the key set itself",
    sources: [`${KMS}/locations`],
  }),
  "keys/rotation-beyond-benchmark": warning<{
    keySet: string;
    periodDays: number | undefined;
    maximum: number;
  }>({
    message: ({ keySet, periodDays, maximum }) =>
      periodDays === undefined
        ? `key set "${keySet}" is never rotated: benchmarks and scanners ask for ${maximum} days or less`
        : `key set "${keySet}" is rotated every ${periodDays} days: benchmarks and scanners ask for ${maximum} or less`,
    help: ({ maximum }) => `write periodDays: ${maximum}, or accept this warning with your reason`,
    sources: [`${KMS}/key-rotation`],
  }),
  "keys/material-for-database": error<{ keySet: string }>({
    message: ({ keySet }) =>
      `the key material of "${keySet}" is imported after its keys are created, and a database cannot wait for that`,
    help: () => "remove origin, or import the material first and name the keys with strategy: existing",
    sources: [`${KMS}/importing-a-key`],
  }),
  "keys/version-made-outside": warning<{ keySet: string; isImported: boolean }>({
    message: ({ keySet, isImported }) =>
      `the keys of "${keySet}" are created without a version: they encrypt nothing before ${isImported ? "key material is imported" : "a version is made that names a key of the key manager outside"}`,
    help: () =>
      "apply the keys, make the versions, then apply the rest; accept this warning once that is planned",
    sources: [`${KMS}/importing-a-key`, `${KMS}/create-key-external`],
  }),
  "keys/ekm-connection-missing": error<{ keySet: string; regions: readonly string[] }>({
    message: ({ keySet, regions }) =>
      `key set "${keySet}" has protection "external-vpc", but no EKM connection in ${oneOf(regions, "and")}`,
    help: ({ regions }) =>
      `add ekmConnections: { ${regions[0] ?? ""}: projects/<project>/locations/${regions[0] ?? ""}/ekmConnections/<name> }`,
    sources: [`${KMS}/create-ekm-connection`],
  }),
  "keys/ekm-connection-region": error<{ given: string; region: string }>({
    message: ({ given, region }) => `this EKM connection is in ${given}, but it is to serve ${region}`,
    help: ({ region }) => `name an EKM connection in ${region}`,
    sources: [`${KMS}/create-ekm-connection`],
  }),
  "keys/ekm-connections-not-applicable": error<{ protection: string }>({
    message: ({ protection }) =>
      `ekmConnections are for protection "external-vpc"; here it is "${protection}"`,
    help: () => "remove ekmConnections, or write protection: external-vpc",
    sources: [`${KMS}/create-ekm-connection`],
  }),
  "keys/ekm-connection-multi-region": error<{ keySet: string }>({
    message: ({ keySet }) =>
      `key set "${keySet}" is in a multi-region location, but an EKM connection is in a Region`,
    help: () => "write strategy: single-region",
    sources: [`${KMS}/create-ekm-connection`],
  }),
  "keys/duties-not-separated": error<{ keySet: string; member: string; regions: readonly string[] }>({
    message: ({ keySet, member, regions }) =>
      `"${member}" would both manage and use key set "${keySet}" in ${oneOf(regions, "and")}`,
    help: () => "name it in administrators or in users, not in both",
    sources: [`${KMS}/separation-of-duties`],
  }),
  "keys/default-encryption": warning<{ keySet: string; database: string }>({
    message: ({ keySet, database }) =>
      `database "${database}" has the provider's default encryption (key set "${keySet}"), which an organization policy may refuse: constraints/gcp.restrictNonCmekServices`,
    help: () => "make sure that the policy does not hold for the project, then accept this warning",
    sources: [`${KMS}/cmek-org-policy`],
  }),
};
