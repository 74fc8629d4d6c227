import type { StarterData } from "../../model/starter";

/** Starter specs for Google Cloud. */
export const googleStarter: StarterData = {
  provider: "google",
  engines: new Map([
    ["postgres", { version: "16", instanceClass: "db-custom-4-15360", allocatedGiB: 100 }],
    ["mysql", { version: "8.4", instanceClass: "db-custom-4-15360", allocatedGiB: 100 }],
    ["alloydb-postgresql", { version: "16", instanceClass: "n2-highmem-4", allocatedGiB: undefined }],
  ]),
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
