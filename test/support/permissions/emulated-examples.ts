import { parse, stringify } from "yaml";
import { compile, type CompiledDeployment } from "../../../src/compile";
import { compileAccepted, type NamedSpec } from "../specs";
import { policyOf, type Stages } from "./life-of-a-deployment";

/** A spec as data, as far as it is edited here. */
interface SpecData {
  provider: { regionStyle?: string; tags?: Record<string, string> };
  terraform?: { backend?: Record<string, unknown> };
  regions: string[] | Record<string, { subnetIds?: string[] } | null>;
  keys?: Record<string, KeySetData>;
  databases?: Record<string, DatabaseData>;
}

interface KeySetData {
  strategy: string;
  arns?: Record<string, string>;
  [setting: string]: unknown;
}

interface DatabaseData {
  [setting: string]: unknown;
}

/** What an example takes for granted, as it is in the emulator. */
export interface Surroundings {
  /** Subnets of a Region. */
  readonly subnetIds: (region: string) => readonly string[];
  /** A key that is there, of the account of the ARN that an example names. */
  readonly existingKey: (arn: string) => string;
}

/**
 * An example's stages in the emulator. It names subnets and keys that are there, and has its Regions by provider blocks
 * and its state in a file where the emulator has neither provider 6 nor HCP Terraform: none of it is in a policy.
 */
export function stagesOf(example: NamedSpec, surroundings: Surroundings): Stages {
  const first = parse(example.text, { merge: true }) as SpecData;
  surround(first, surroundings);
  const changed = structuredClone(first);
  for (const edit of EDITS) tryEdit(changed, edit);
  const unprotected = structuredClone(first);
  giveUpProtection(unprotected);
  const [firstDeployment, changedDeployment, unprotectedDeployment] = [first, changed, unprotected].map((data) =>
    compileAccepted({ name: example.name, text: stringify(data) }),
  ) as [CompiledDeployment, CompiledDeployment, CompiledDeployment];
  return { first: firstDeployment, changed: changedDeployment, unprotected: unprotectedDeployment };
}

function surround(spec: SpecData, { subnetIds, existingKey }: Surroundings): void {
  if (spec.provider.regionStyle !== undefined) spec.provider.regionStyle = "alias";
  if (spec.terraform?.backend?.["remote"] !== undefined) spec.terraform.backend = { local: {} };
  if (!Array.isArray(spec.regions))
    for (const [region, settings] of Object.entries(spec.regions))
      if (settings?.subnetIds !== undefined) settings.subnetIds = [...subnetIds(region)];
  for (const { arns = {} } of keySetsOf(spec))
    for (const [region, arn] of Object.entries(arns)) arns[region] = existingKey(arn);
}

function giveUpProtection(spec: SpecData): void {
  for (const keySet of keySetsOf(spec)) if (isManaged(keySet)) keySet["protect"] = false;
  for (const database of databasesOf(spec)) Object.assign(database, { protect: false, deletionProtection: false });
}

type Edit = (spec: SpecData) => void;

/** Changes that users make. An example takes those that it can: it must compile, and to the same policies. */
const EDITS: readonly Edit[] = [
  (spec) => (spec.provider.tags = { ...spec.provider.tags, reviewed: "yes" }),
  ...[
    { description: "Reviewed" },
    { rotation: false },
    { rotation: { periodDays: 200 } },
    { enabled: false },
    { policy: { users: ["arn:aws:iam::111122223333:role/Reviewer"] } },
  ].map((change): Edit => (spec) => {
    for (const keySet of keySetsOf(spec)) if (isManaged(keySet)) mergeInto(keySet, change);
  }),
  ...[
    { monitoring: { logRetentionDays: 30 } },
    { monitoring: { performanceInsights: false } },
    { parameters: { log_min_duration_statement: "500" } },
    { parameters: { long_query_time: "5" } },
    { tags: { reviewed: "yes" } },
    { instances: { count: 3 } },
    { backup: { retentionDays: 21 } },
    { maintenanceWindow: "mon:04:00-mon:05:00" },
  ].map((change): Edit => (spec) => {
    for (const database of databasesOf(spec)) mergeInto(database, change);
  }),
];

function tryEdit(spec: SpecData, edit: Edit): void {
  const edited = structuredClone(spec);
  edit(edited);
  const [before, after] = [spec, edited].map(
    (data) => compile({ name: "spec.yaml", text: stringify(data) }).deployment,
  );
  if (before === undefined || after === undefined) return;
  const isSame = before.programs.every(
    ({ name }) => JSON.stringify(policyOf(before, name)) === JSON.stringify(policyOf(after, name)),
  );
  if (isSame) edit(spec);
}

function mergeInto(target: Record<string, unknown>, change: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(change)) {
    const present = target[name];
    const isRecord = [present, value].every((one) => typeof one === "object" && one !== null && !Array.isArray(one));
    target[name] = isRecord ? { ...(present as object), ...(value as object) } : value;
  }
}

function isManaged({ strategy }: KeySetData): boolean {
  return ["single-region", "multi-region"].includes(strategy);
}

function keySetsOf({ keys = {} }: SpecData): readonly KeySetData[] {
  return Object.values(keys);
}

function databasesOf({ databases = {} }: SpecData): readonly DatabaseData[] {
  return Object.values(databases);
}
