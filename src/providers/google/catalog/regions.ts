import { asRegionName, type RegionName } from "../../../base/names";
import type { RegionFacts } from "../../../model/provider-catalog";

/*
 * Regions in which AlloyDB is offered, each of them also a location of Cloud KMS:
 * https://cloud.google.com/alloydb/docs/locations and https://cloud.google.com/kms/docs/locations. Where Cloud SQL
 * is offered could not be read to its end, so that another Region of a known area is warned of, not refused.
 */
const REGIONS = [
  ...["us-central1", "us-east1", "us-east4", "us-east5", "us-south1"],
  ...["us-west1", "us-west2", "us-west3", "us-west4"],
  ...["northamerica-northeast1", "northamerica-northeast2", "northamerica-south1"],
  ...["southamerica-east1", "southamerica-west1"],
  ...["europe-central2", "europe-north1", "europe-north2", "europe-southwest1", "europe-west1"],
  ...["europe-west2", "europe-west3", "europe-west4", "europe-west6", "europe-west8"],
  ...["europe-west9", "europe-west10", "europe-west12"],
  ...["asia-east1", "asia-east2", "asia-northeast1", "asia-northeast2", "asia-northeast3"],
  ...["asia-south1", "asia-south2", "asia-southeast1", "asia-southeast2", "asia-southeast3"],
  ...["australia-southeast1", "australia-southeast2"],
  ...["me-central1", "me-central2", "me-west1", "africa-south1"],
];

/** The one universe that is written for: https://cloud.google.com/docs/overview#regions-and-zones. */
const UNIVERSE = "googleapis.com";

const FACTS: RegionFacts = {
  partition: UNIVERSE,
  isOptIn: false,
  supports: { "global-database": "yes", "read-replicas": "yes", "single-region": "yes" },
  supportsMultiRegionKeys: "yes",
  supportsBackupReplication: "no",
  supportsBacktrack: "no",
  supportsSnapshotCopies: "no",
};

/** Every Region of Google Cloud, by name. */
export const regions: ReadonlyMap<RegionName, RegionFacts> = new Map(
  REGIONS.map((name) => [asRegionName(name), FACTS]),
);

/**
 * Locations of Cloud KMS that are no Regions. The list could not be read in full: others of the same form are
 * warned of, not refused.
 */
export const keyLocations: ReadonlySet<string> = new Set([
  ...["us", "europe", "asia", "ca", "global", "asia1"],
  ...["nam3", "nam4", "nam6", "nam7", "nam8", "nam9", "nam10", "nam11", "nam12"],
  ...["eur3", "eur4", "eur5", "eur6"],
]);

/** Whether a name has the form of a location that is no Region, known or not. */
export function mayBeKeyLocation(name: string): boolean {
  return keyLocations.has(name) || /^(nam|eur|asia)[0-9]+$/.test(name);
}

/** The parts of Region names before their numbers: `us-central` of `us-central1`. */
const AREAS: ReadonlySet<string> = new Set(REGIONS.map((name) => name.replace(/[0-9]+$/, "")));

/** Whether a name that is not on the list may be that of a Region all the same: another number in a known area. */
export function mayBeRegion(name: string): boolean {
  return /[a-z][0-9]{1,2}$/.test(name) && AREAS.has(name.replace(/[0-9]+$/, ""));
}
