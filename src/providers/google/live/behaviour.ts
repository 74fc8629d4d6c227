import {
  isRecord,
  type LiveBehaviour,
  type ResourcePlacement,
  type ReviewValue,
} from "../../../terraform/live-behaviour";
import { valueAt } from "../../common/live/transition";
import { alloydbTypes } from "./alloydb-types";
import { cloudSqlTypes } from "./cloud-sql-types";
import { findingsOf } from "./findings";
import { kmsTypes } from "./kms-types";
import { migrationOf } from "./migrations";
import { providerFindings } from "./provider-findings";

const types = new Map(Object.entries({ ...kmsTypes, ...cloudSqlTypes, ...alloydbTypes }));

/** How live resources of Google Cloud take changes. */
export const googleLiveBehaviour: LiveBehaviour = {
  types,
  regionOf,
  shareId: () => false,
  placementArguments: [],
  derived: (type, placement) => ({ ...defaultProject(type, placement), ...allLabels(type, placement) }),
  restates: { terraform_labels: "labels" },
  normalise: (_type, _argument, value) => value,
  findings: findingsOf,
  providerFindings,
  placementChange: undefined,
  migration: migrationOf,
};

/** Arguments that hold the full name of what the resource is a part of. */
const FULL_NAMES = ["key_ring", "crypto_key_id", "cluster"];

/** Every resource says its own location, or is a part of one that does. */
function regionOf(_type: string, { arguments: given }: ResourcePlacement): string | undefined {
  const region = given["region"] ?? given["location"];
  if (typeof region === "string") return region;
  return FULL_NAMES.map((name) => /\/locations\/([^/]+)\//.exec(textIn(given[name]))?.[1]).find(Boolean);
}

function textIn(value: ReviewValue | undefined): string {
  return typeof value === "string" ? value : "";
}

/** The project of the provider block, where a resource does not name one; the provider replaces by it. */
function defaultProject(
  type: string,
  { provider, arguments: given }: ResourcePlacement,
): Readonly<Record<string, ReviewValue>> {
  const project = given["project"] ?? provider["project"];
  const takesOne = types.get(type)?.replaces.includes("project") === true;
  return takesOne && project !== undefined ? { project } : {};
}

/** The labels that a resource has in all: those of the provider block, and its own over them. */
function allLabels(
  type: string,
  { provider, arguments: own }: ResourcePlacement,
): Readonly<Record<string, ReviewValue>> {
  const [defaults, labels] = [valueAt(provider, "default_labels"), own["labels"]];
  const all = { ...(isRecord(defaults) ? defaults : {}), ...(isRecord(labels) ? labels : {}) };
  const takesLabels = types.get(type)?.updates.includes("labels") === true;
  return takesLabels && Object.keys(all).length > 0 ? { terraform_labels: all } : {};
}
