import { gaps, type LanguageGap } from "../../../model/provider-language";

/** What of the language is not for AWS. */
export const awsGaps: readonly LanguageGap[] = [
  ...gaps(
    ["provider.project", "provider.projectNumber", "provider.keyProject"],
    "AWS has accounts, not projects",
    "write account",
  ),
  ...gaps(
    ["provider.impersonateServiceAccount"],
    "Terraform acts as an IAM role there",
    "write assumeRoleArn",
  ),
  ...gaps(
    ["provider.serviceAgents"],
    "services of AWS use keys for the principal that calls them",
    "remove it",
  ),
  ...gaps(["provider.keyRing"], "keys of AWS are in no key rings", "remove it"),
  ...gaps(
    ["provider.network", "regions.*.allocatedIpRange"],
    "a VPC of AWS is in one Region",
    "write subnetIds and securityGroupIds for each Region under regions",
  ),
  ...gaps(
    ["keys.*.location"],
    "a key of AWS is in one Region",
    "remove it: strategy multi-region has a primary key and replica keys",
  ),
  ...gaps(["keys.*.ekmConnections"], "the language has no key stores of AWS", "use strategy existing"),
  ...gaps(
    ["keys.*.protection"],
    "every key of AWS KMS is kept in hardware security modules",
    "write hsm, or remove it; for a key in an external key store use strategy existing",
    ["software", "external", "external-vpc"],
  ),
  ...gaps(
    ["databases.*.edition", "databases.*.regions.*.edition"],
    "engines of RDS have no editions of that kind",
    "remove it",
  ),
  ...gaps(
    ["databases.*.drReplica", "databases.*.regions.*.drReplica"],
    "any cross-Region read replica of RDS can be promoted",
    "remove it, and promote a replica when it is needed",
  ),
  ...gaps(
    ["databases.*.tls"],
    "RDS asks clients for no certificates",
    "write encrypted, which is the default",
    ["client-certificate"],
  ),
  ...gaps(
    ["databases.*.masterPassword"],
    "an instance of RDS has a master user",
    "write managed or variable, and let applications sign in with IAM",
    ["none"],
  ),
  ...gaps(["databases.*.storage.type"], "it is a disk type of Google Cloud", "write gp3, io1 or io2", [
    "PD_SSD",
    "PD_HDD",
    "HYPERDISK_BALANCED",
  ]),
  ...gaps(
    ["databases.*.caCertificate"],
    "it is a certificate authority of Google Cloud",
    "write one such as rds-ca-rsa2048-g1",
    ["GOOGLE_MANAGED_INTERNAL_CA", "GOOGLE_MANAGED_CAS_CA"],
  ),
  ...gaps(["databases.*.engine"], "SQL Server Express cannot be encrypted", "choose another engine", [
    "sqlserver-ex",
  ]),
  ...gaps(["databases.*.engine"], "AlloyDB is an engine of Google Cloud", "write aurora-postgresql", [
    "alloydb-postgresql",
  ]),
  ...gaps(
    ["terraform.backend.gcs"],
    "the state of a deployment on AWS is kept in S3, in HCP Terraform or in a local file",
    "write s3, remote or local",
  ),
];
