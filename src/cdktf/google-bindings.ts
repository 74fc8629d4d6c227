/*
 * The only file that imports the bindings of Google's provider at run time; deep imports, as for AWS. The bindings
 * are of provider 6.50, the last that were made.
 */
export { AlloydbCluster } from "@cdktf/provider-google/lib/alloydb-cluster";
export { AlloydbInstance } from "@cdktf/provider-google/lib/alloydb-instance";
export { DataGoogleKmsKeyRing } from "@cdktf/provider-google/lib/data-google-kms-key-ring";
export { DataGoogleProject } from "@cdktf/provider-google/lib/data-google-project";
export { KmsCryptoKey } from "@cdktf/provider-google/lib/kms-crypto-key";
export { KmsCryptoKeyIamMember } from "@cdktf/provider-google/lib/kms-crypto-key-iam-member";
export { KmsKeyRing } from "@cdktf/provider-google/lib/kms-key-ring";
export { GoogleProvider } from "@cdktf/provider-google/lib/provider";
export { SqlDatabase } from "@cdktf/provider-google/lib/sql-database";
export { SqlDatabaseInstance } from "@cdktf/provider-google/lib/sql-database-instance";
export { SqlUser } from "@cdktf/provider-google/lib/sql-user";
