import {
  isRecord,
  type LiveBehaviour,
  type ResourcePlacement,
  type ReviewValue,
} from "../../../terraform/live-behaviour";
import { clusterTypes } from "./cluster-types";
import { findingsOf } from "./findings";
import { instanceTypes } from "./instance-types";
import { kmsTypes } from "./kms-types";
import { migrationOf } from "./migrations";
import { primaryAddress } from "./key-usage";
import { placementChange } from "./placement-change";
import { providerFindings } from "./provider-findings";
import { otherTypes } from "./other-types";
import { isPolicyArgument, normalisePolicy } from "./policy-document";

/** How live resources of AWS take changes. */
export const awsLiveBehaviour: LiveBehaviour = {
  types: new Map(Object.entries({ ...kmsTypes, ...clusterTypes, ...instanceTypes, ...otherTypes })),
  regionOf,
  shareId: ({ arguments: given }, { address }) => primaryAddress(given) === address,
  placementArguments: ["region"],
  derived: (type, placement) => ({ ...defaultTags(type, placement) }),
  restates: { tags_all: "tags" },
  normalise: (_type, argument, value) => (isPolicyArgument(argument) ? normalisePolicy(value) : value),
  findings: findingsOf,
  providerFindings,
  placementChange,
  migration: migrationOf,
};

/** IAM is global; everything else is where its `region` argument (provider 6) or its provider block says. */
function regionOf(type: string, placement: ResourcePlacement): string | undefined {
  if (type.startsWith("aws_iam_")) return undefined;
  const region = placement.arguments["region"] ?? placement.provider["region"];
  return typeof region === "string" ? region : undefined;
}

/** Types without tags of their own that the provider block could add to. */
const UNTAGGED = new Set([
  "aws_db_instance_automated_backups_replication",
  "aws_iam_role_policy_attachment",
  "aws_kms_alias",
  "aws_kms_grant",
]);

/** The tags that a resource has in all: those of the provider block, and its own over them. */
function defaultTags(
  type: string,
  { provider, arguments: own }: ResourcePlacement,
): Readonly<Record<string, ReviewValue>> {
  const block = asRecord(asList(provider["default_tags"])[0]);
  const tags = { ...asRecord(block["tags"]), ...asRecord(own["tags"]) };
  return UNTAGGED.has(type) || Object.keys(tags).length === 0 ? {} : { tags_all: tags };
}

function asList(value: ReviewValue | undefined): readonly ReviewValue[] {
  return Array.isArray(value) ? (value as readonly ReviewValue[]) : [];
}

function asRecord(value: ReviewValue | undefined): Readonly<Record<string, ReviewValue>> {
  return isRecord(value) ? value : {};
}
