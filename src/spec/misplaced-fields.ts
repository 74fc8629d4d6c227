import { everyOf, knownAt, type ByPlace } from "./by-place";
import type { SpecPath } from "./spec-node";

/** Where a field belongs that stands in a place that cannot have it, and why. */
export interface Misplaced {
  readonly reason: string;
  readonly belongs: string;
}

const PRIMARY_ONLY: Misplaced = {
  reason:
    "credentials and the database's name exist on the primary member only, and are replicated from there",
  belongs: "the database itself",
};
const SHARED: Misplaced = {
  reason: "it is one for the whole key set",
  belongs: "the key set itself",
};
const WHOLE_DATABASE: Misplaced = {
  reason: "it is the same in every Region of the database",
  belongs: "the database itself",
};

const NETWORK: Misplaced = {
  reason: "all databases of the deployment share the network of a Region",
  belongs: "the Region under `regions` at the top of the spec",
};
const NETWORK_FIELDS = ["subnetIds", "subnetGroupName", "securityGroupIds"];

/** Fields that people write one level too deep; the language has them, elsewhere. */
const MISPLACED: ByPlace<Misplaced> = {
  "databases.*": {
    headless: {
      reason: "the primary cluster is never without an instance",
      belongs: "the secondary Region that is meant, under the database's `regions`",
    },
    ...everyOf(NETWORK, NETWORK_FIELDS),
  },
  "databases.*.regions.*": {
    ...everyOf(NETWORK, NETWORK_FIELDS),
    masterUsername: PRIMARY_ONLY,
    masterPassword: PRIMARY_ONLY,
    databaseName: PRIMARY_ONLY,
    ...everyOf(WHOLE_DATABASE, [
      ...["engine", "engineVersion", "topology", "identifier", "port", "writeForwarding", "licenseModel"],
      ...["characterSet", "timeZone", "replicaMode", "storage", "serverless", "backup", "monitoring"],
      ...["maintenanceWindow", "autoMinorVersionUpgrade", "caCertificate", "iamAuthentication"],
      ...["deletionProtection", "protect", "secretKey", "backtrackHours", "adopt"],
      ...["snapshotCopies", "shareSnapshotsWith", "edition", "tls", "drReplica"],
    ]),
  },
  "keys.*.overrides.*": {
    rotation: SHARED,
    spec: SHARED,
    usage: SHARED,
    origin: SHARED,
    protection: SHARED,
    location: SHARED,
    ekmConnections: { reason: "it has a connection for each Region already", belongs: "the key set itself" },
    purpose: { reason: "it is the same in every Region of the key set", belongs: "the key set itself" },
    strategy: { reason: "it is the same in every Region of the key set", belongs: "the key set itself" },
    protect: { reason: "it is the same in every Region of the key set", belongs: "the key set itself" },
  },
};

/** What is known of an unknown field at this path. */
export function misplacedField(path: SpecPath): Misplaced | undefined {
  return knownAt(MISPLACED, path.slice(0, -1), String(path.at(-1)));
}
