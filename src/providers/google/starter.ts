import type { StarterData } from "../../model/starter";

/** The multi-region location of Cloud KMS that a Region is in, else the one that is everywhere. */
function geographyOf(region: string): string {
  const [area = ""] = region.split("-");
  return ["us", "europe", "asia"].includes(area) ? area : "global";
}

/** Starter specs for Google Cloud. */
export const googleStarter: StarterData = {
  provider: "google",
  engines: new Map([
    ["postgres", { version: "16", instanceClass: "db-custom-4-15360", allocatedGiB: 100 }],
    ["mysql", { version: "8.4", instanceClass: "db-custom-4-15360", allocatedGiB: 100 }],
    ["alloydb-postgresql", { version: "16", instanceClass: "n2-highmem-4", allocatedGiB: undefined }],
  ]),
  owner: { field: "project", words: "the project that all of it is created in" },
  networkLines: (project) => [
    `  network: { vpc: projects/${project}/global/networks/private } # yours: with private services access`,
  ],
  regionLines: [],
  multiRegionLines: (region) => [
    `    location: ${geographyOf(region)} # one key, for the Regions of a geography`,
  ],
  ownMaterialLine: (kind) =>
    kind === "storage"
      ? "    protection: external # make its first version before its databases"
      : "    origin: external # import the first version after the first apply",
  existing: { field: "ids", words: "the keys' full names, without a version" },
  placeholders: () => ({
    account: "acme-orders",
    otherAccount: "acme-keys",
    administrator: () => "group:key-admins@acme.example",
    operator: (project) => `serviceAccount:terraform@${project}.iam.gserviceaccount.com`,
    user: (project) => `serviceAccount:application@${project}.iam.gserviceaccount.com`,
    keyId: (region, project) =>
      `projects/${project}/locations/${region}/keyRings/databases/cryptoKeys/storage`,
    rotationPeriodDays: 30,
  }),
};
