import { asRegionName, type RegionName } from "../../../base/names";
import type { Support } from "../../../model/engine";
import type { RegionFacts } from "../../../model/provider-catalog";

/*
 * Regions of the endpoints data of the AWS SDK (botocore 1.43, endpoints.json). Opt-in: every Region that
 * came after 2019-03-20, https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html.
 */

const DEFAULT_ENABLED = [
  ...["us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "sa-east-1"],
  ...["eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1", "eu-north-1", "ap-south-1"],
  ...["ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-southeast-1", "ap-southeast-2"],
];

const OPT_IN = [
  ...["af-south-1", "ap-east-1", "ap-east-2", "ap-south-2", "ap-southeast-3", "ap-southeast-4"],
  ...["ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "ca-west-1", "eu-central-2", "eu-south-1"],
  ...["eu-south-2", "il-central-1", "me-central-1", "me-south-1", "mx-central-1"],
];

const OTHER_PARTITIONS: Readonly<Record<string, readonly string[]>> = {
  "aws-cn": ["cn-north-1", "cn-northwest-1"],
  "aws-us-gov": ["us-gov-east-1", "us-gov-west-1"],
  "aws-iso": ["us-iso-east-1", "us-iso-west-1"],
  "aws-iso-b": ["us-isob-east-1", "us-isob-west-1"],
  "aws-iso-e": ["eu-isoe-west-1"],
  "aws-iso-f": ["us-isof-east-1", "us-isof-south-1"],
  "aws-eusc": ["eusc-de-east-1"],
};

/**
 * Aurora Global Database is "Not available" there in the feature table,
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.GlobalDatabase.html
 */
const WITHOUT_GLOBAL_DATABASE = new Set(["ap-east-2", "ap-southeast-6", "ap-southeast-7"]);
/** Regions and partitions of which that table, as far as it could be read, does not speak. */
const GLOBAL_DATABASE_UNVERIFIED = new Set(["mx-central-1"]);
const PARTITIONS_UNVERIFIED = new Set(["aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"]);

/**
 * Regions that the last readable list (June 2023) had without multi-Region keys, and those that came after
 * it; the present API reference names no exception.
 * https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
 */
const WITHOUT_MULTI_REGION_KEYS_IN_2023 = new Set([
  ...["ap-south-2", "cn-north-1", "cn-northwest-1", "eu-south-2", "eu-central-2", "me-central-1"],
  ...["il-central-1", "ca-west-1", "ap-southeast-5", "ap-southeast-7", "mx-central-1"],
  ...["ap-east-2", "ap-southeast-6", "eusc-de-east-1"],
]);

/**
 * There AWS wants a URL signed for the source Region, which the Terraform provider makes for clusters and read
 * replicas, but not for replicated backups and copied snapshots: PreSignedUrl of
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBSnapshot.html and of
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartDBInstanceAutomatedBackupsReplication.html
 */
const WITH_PRESIGNED_URLS = new Set(["aws-us-gov"]);

/**
 * Regions without backtracking: those that https://repost.aws/knowledge-center/aurora-mysql-cluster-backtrack names. Others
 * may be without it too: AWS Config has no check of it there,
 * https://docs.aws.amazon.com/config/latest/developerguide/aurora-mysql-backtracking-enabled.html
 */
const WITHOUT_BACKTRACK = new Set([
  ...["af-south-1", "ap-east-1", "cn-northwest-1", "eu-north-1", "eu-south-1", "me-south-1", "sa-east-1"],
]);
const BACKTRACK_UNVERIFIED = new Set(["us-gov-east-1", "us-gov-west-1"]);

/** Every Region that AWS has, by name. */
export const regions: ReadonlyMap<RegionName, RegionFacts> = new Map([
  ...DEFAULT_ENABLED.map((name) => entry(name, "aws", false)),
  ...OPT_IN.map((name) => entry(name, "aws", true)),
  ...Object.entries(OTHER_PARTITIONS).flatMap(([partition, names]) =>
    names.map((name) => entry(name, partition, false)),
  ),
]);

function entry(name: string, partition: string, isOptIn: boolean): [RegionName, RegionFacts] {
  const facts: RegionFacts = {
    partition,
    isOptIn,
    supports: {
      "global-database": globalDatabase(name, partition),
      "read-replicas": "yes",
      "single-region": "yes",
    },
    // The pairs of Regions are limited, and the list of them that could be read ends before these came.
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html
    supportsBackupReplication:
      isOptIn || PARTITIONS_UNVERIFIED.has(partition) || WITH_PRESIGNED_URLS.has(partition)
        ? "unverified"
        : "yes",
    supportsSnapshotCopies: WITH_PRESIGNED_URLS.has(partition) ? "unverified" : "yes",
    supportsBacktrack: backtrack(name, partition, isOptIn),
    supportsMultiRegionKeys: WITHOUT_MULTI_REGION_KEYS_IN_2023.has(name) ? "unverified" : "yes",
  };
  return [asRegionName(name), facts];
}

function backtrack(region: string, partition: string, isOptIn: boolean): Support {
  if (WITHOUT_BACKTRACK.has(region)) return "no";
  return isOptIn || BACKTRACK_UNVERIFIED.has(region) || PARTITIONS_UNVERIFIED.has(partition)
    ? "unverified"
    : "yes";
}

function globalDatabase(region: string, partition: string): Support {
  if (WITHOUT_GLOBAL_DATABASE.has(region)) return "no";
  return GLOBAL_DATABASE_UNVERIFIED.has(region) || PARTITIONS_UNVERIFIED.has(partition)
    ? "unverified"
    : "yes";
}
