import { googleEngine } from "./engine";

/** AlloyDB for PostgreSQL: https://cloud.google.com/alloydb/docs/database-versions. */
export const alloydb = googleEngine({
  name: "alloydb-postgresql",
  form: "cluster",
  product: "alloydb",
  standardPort: 5432,
  topologies: ["global-database", "single-region"],
  version: {
    isValid: (version) => /^1[4-8]$/.test(version),
    form: 'a major version of PostgreSQL from "14" to "18"; Google picks the minor version',
  },
  databaseVersion: (version) => `POSTGRES_${version}`,
  reservedUsernames: ["postgres", "alloydbadmin", "alloydbsuperuser", "alloydbiamuser"],
  // A cluster comes without a database of the user's.
  fields: [],
  safeFlags: [{ name: "alloydb.enable_pgaudit", value: "on" }],
  iamFlag: "alloydb.iam_authentication",
  supportsClientCertificates: false,
});
