import { counted, oneOf } from "../../base/text";
import { error, warning } from "../definition";

const REGIONS = "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html";
const RDS_API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";
const PARTITIONS =
  "https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html";

/** The Regions of the deployment. */
export const regionDiagnostics = {
  "regions/unknown": error<{ region: string; provider: string; suggestion: string | undefined }>({
    message: ({ region, provider }) => `"${region}" is not a Region of ${provider}`,
    help: ({ suggestion, provider }) =>
      suggestion === undefined
        ? `write the code of a Region of ${provider}`
        : `did you mean "${suggestion}"?`,
    sources: [REGIONS],
  }),
  "regions/unverified": warning<{ region: string; provider: string }>({
    message: ({ region, provider }) =>
      `whether "${region}" is a Region of ${provider} in which databases and keys are offered could not be verified`,
    help: () => "check the lists of locations, then accept this warning",
    sources: ["https://cloud.google.com/sql/docs/postgres/locations"],
  }),
  "regions/duplicate": error<{ region: string }>({
    message: ({ region }) => `Region "${region}" stands twice`,
    help: () => "keep one of the two",
    sources: ["https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html"],
  }),
  "regions/mixed-partitions": error<{ region: string; partition: string; other: string }>({
    message: ({ region, partition, other }) =>
      `Region "${region}" is in partition ${partition}, but the deployment is in ${other}; neither keys nor databases cross partitions`,
    help: () => "write one spec for each partition",
    sources: [PARTITIONS],
  }),
  "regions/opt-in": warning<{ region: string }>({
    message: ({ region }) =>
      `Region "${region}" must be enabled in the account before anything can be created there`,
    help: () => "enable it (account:EnableRegion), then accept this warning",
    sources: [REGIONS],
  }),
  "regions/primary-not-listed": error<{
    region: string;
    regions: readonly string[];
    suggestion: string | undefined;
  }>({
    message: ({ region, regions }) =>
      `primaryRegion "${region}" is not a Region of the deployment (${oneOf(regions, "and")})`,
    help: ({ region, suggestion }) =>
      suggestion === undefined
        ? `add "${region}" to regions, or choose one that stands there`
        : `did you mean "${suggestion}"?`,
  }),
  "regions/two-subnet-groups": error<{ region: string }>({
    message: ({ region }) => `Region "${region}" has both subnetIds and subnetGroupName`,
    help: () => "keep subnetIds for a new subnet group, or subnetGroupName for an existing one",
  }),
  "regions/network-form": error<{ given: string; what: string; form: string }>({
    message: ({ given, what, form }) => `"${given}" is not ${what}: expected ${form}`,
    help: ({ form }) => `write ${form}`,
    sources: [`${RDS_API}/API_CreateDBSubnetGroup.html`],
  }),
  "regions/network-duplicate": error<{ given: string }>({
    message: ({ given }) => `"${given}" stands twice`,
    help: () => "keep one of the two",
  }),
  "regions/network-elsewhere": warning<{ given: string; what: string; other: string }>({
    message: ({ given, what, other }) => `"${given}" stands under "${other}" too: a ${what} is in one Region`,
    help: () => "name what stands in this Region",
    sources: ["https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html"],
  }),
  "regions/too-few-subnets": error<{ region: string; count: number; minimum: number }>({
    message: ({ region, count, minimum }) =>
      `Region "${region}" lists ${counted(count, "subnet")}; a subnet group has at least ${minimum}, in different Availability Zones`,
    help: () => "add a subnet of another Availability Zone",
    sources: [`${RDS_API}/API_CreateDBSubnetGroup.html`],
  }),
};
