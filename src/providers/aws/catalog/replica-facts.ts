import type { ReplicaFacts } from "../../../model/engine";

/*
 * Read replicas by engine: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html and
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html.
 */

/** What an engine says of its read replicas where nothing else is given. */
export function replicaFacts(given: Pick<ReplicaFacts, "maximum"> & Partial<ReplicaFacts>): ReplicaFacts {
  return {
    crossRegionPromised: 5,
    hasBackups: () => true,
    needsStandby: false,
    supportsMultiAz: true,
    takesParameterGroup: false,
    allowsManagedPassword: false,
    modes: [],
    crossRegion: () => "yes",
    ...given,
  };
}
