import { parse, stringify } from "yaml";
import { compile } from "../../../src/compile";
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

type DatabaseData = Record<string, unknown>;

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
  const changed = change(first);
  const unprotected = structuredClone(first);
  giveUpProtection(unprotected);
  const compiled = (data: SpecData) => compileAccepted({ name: example.name, text: stringify(data) });
  return { first: compiled(first), changed: compiled(changed), unprotected: compiled(unprotected) };
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
  for (const keySet of managedKeySetsOf(spec)) keySet["protect"] = false;
  for (const database of databasesOf(spec))
    Object.assign(database, { protect: false, deletionProtection: false });
}

type Edit = (spec: SpecData) => void;

/** Changes that users make of a key set, and of a database. */
const KEY_SET_CHANGES: readonly Change[] = [
  { description: "Reviewed" },
  { rotation: false },
  { enabled: false },
  { policy: { users: ["arn:aws:iam::111122223333:role/Reviewer"] } },
];
const DATABASE_CHANGES: readonly Change[] = [
  { monitoring: { logRetentionDays: 30 } },
  { monitoring: { performanceInsights: false } },
  { parameters: { log_min_duration_statement: "500" } },
  { parameters: { long_query_time: "5" } },
];

type Change = Readonly<Record<string, unknown>>;

/** An example takes every change that it can: it must compile, and to the same policies. */
function change(spec: SpecData): SpecData {
  const edits: Edit[] = [
    ({ provider }) => (provider.tags = { ...provider.tags, reviewed: "yes" }),
    ...editsOf(managedKeySetsOf, spec, KEY_SET_CHANGES),
    ...editsOf(databasesOf, spec, DATABASE_CHANGES),
  ];
  return edits.reduce((edited, edit) => {
    const next = structuredClone(edited);
    edit(next);
    return hasPoliciesOf(spec, next) ? next : edited;
  }, spec);
}

/** Every change of every one of some parts. */
function editsOf(
  partsOf: (spec: SpecData) => readonly Record<string, unknown>[],
  spec: SpecData,
  changes: readonly Change[],
): readonly Edit[] {
  return partsOf(spec).flatMap((_, index) =>
    changes.map((one): Edit => (edited) => {
      mergeInto(partsOf(edited)[index] ?? {}, one);
    }),
  );
}

function hasPoliciesOf(spec: SpecData, edited: SpecData): boolean {
  const [before, after] = [spec, edited].map(
    (data) => compile({ name: "spec.yaml", text: stringify(data) }).deployment,
  );
  return (
    before?.programs.every(
      ({ name }) =>
        after !== undefined &&
        JSON.stringify(policyOf(before, name)) === JSON.stringify(policyOf(after, name)),
    ) === true
  );
}

function mergeInto(target: Record<string, unknown>, change: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(change)) {
    const present = target[name];
    const isRecord = [present, value].every(
      (one) => typeof one === "object" && one !== null && !Array.isArray(one),
    );
    target[name] = isRecord ? { ...(present as object), ...(value as object) } : value;
  }
}

function managedKeySetsOf(spec: SpecData): readonly KeySetData[] {
  return keySetsOf(spec).filter(({ strategy }) => ["single-region", "multi-region"].includes(strategy));
}

function keySetsOf({ keys = {} }: SpecData): readonly KeySetData[] {
  return Object.values(keys);
}

function databasesOf({ databases = {} }: SpecData): readonly DatabaseData[] {
  return Object.values(databases);
}
