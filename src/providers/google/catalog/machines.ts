import { ownValue } from "../../../base/own-value";
import { counted } from "../../../base/text";
import type { Topology } from "../../../model/database";
import type { EngineFacts } from "../../../model/engine";
import type { InstanceClassProblem } from "../../../model/provider-catalog";
import { HYPERDISK, PERSISTENT_HDD, PERSISTENT_SSD } from "./storage";

/*
 * Machines of Cloud SQL, by series: https://cloud.google.com/sql/docs/postgres/machine-series-overview, and for SQL
 * Server .../sqlserver/machine-series-overview; of AlloyDB https://cloud.google.com/alloydb/docs/choose-machine-type.
 */

/** Sizes that are not chosen from a list, but made of processors and memory. */
export interface CustomSizes {
  /** Even numbers from here on, beside {@link single}. */
  readonly processors: { readonly minimum: number; readonly maximum: number };
  /** Whether there is a machine with one processor. */
  readonly single: boolean;
  /** GiB of memory for each processor. */
  readonly memoryPerProcessor: { readonly minimum: number; readonly maximum: number };
  /** MiB of memory that no machine has less of. */
  readonly leastMemory: number;
}

/** Machines of one kind, which run the same engines on the same disks. */
export interface MachineSeries {
  readonly pattern: RegExp;
  readonly edition: "enterprise" | "enterprise-plus";
  /** The only engines that run on them; undefined: all. */
  readonly engines?: readonly string[];
  /** The types of disk that they take; undefined where nothing is known of them. */
  readonly disks?: readonly string[];
  /** The numbers of processors on the list, where there is one: the first group of the pattern. */
  readonly processors?: readonly number[];
  /** Processors are the first group of the pattern, MiB of memory the second. */
  readonly custom?: CustomSizes;
  /** One of them. */
  readonly example: string;
}

const OPEN_SOURCE = ["postgres", "mysql"];

/** Memory comes in pieces of so many MiB. */
export const MEMORY_STEP = 256;

const SERIES: readonly MachineSeries[] = [
  {
    pattern: /^db-perf-optimized-N-([0-9]+)$/,
    edition: "enterprise-plus",
    disks: [PERSISTENT_SSD],
    processors: [2, 4, 8, 16, 32, 48, 64, 80, 96, 128],
    example: "db-perf-optimized-N-2",
  },
  {
    pattern: /^db-memory-optimized-N-([0-9]+)$/,
    edition: "enterprise-plus",
    disks: [PERSISTENT_SSD],
    processors: [4, 8, 16],
    example: "db-memory-optimized-N-4",
  },
  {
    pattern: /^db-c4a-highmem-([0-9]+)$/,
    edition: "enterprise-plus",
    engines: OPEN_SOURCE,
    disks: [HYPERDISK],
    processors: [2, 4, 8, 16, 32, 48, 64, 72],
    example: "db-c4a-highmem-2",
  },
  {
    pattern: /^db-custom-([0-9]+)-([0-9]+)$/,
    edition: "enterprise",
    disks: [PERSISTENT_SSD, PERSISTENT_HDD],
    custom: {
      processors: { minimum: 2, maximum: 96 },
      single: true,
      memoryPerProcessor: { minimum: 0.9, maximum: 6.5 },
      leastMemory: 3840,
    },
    example: "db-custom-4-15360",
  },
  {
    pattern: /^db-custom-N4-([0-9]+)-([0-9]+)$/,
    edition: "enterprise",
    disks: [HYPERDISK],
    custom: {
      processors: { minimum: 2, maximum: 80 },
      single: false,
      memoryPerProcessor: { minimum: 2, maximum: 8 },
      leastMemory: 0,
    },
    example: "db-custom-N4-4-16384",
  },
  {
    pattern: /^db-(?:f1-micro|g1-small)$/,
    edition: "enterprise",
    engines: OPEN_SOURCE,
    disks: [PERSISTENT_SSD, PERSISTENT_HDD],
    example: "db-g1-small",
  },
  // "Only custom or shared-core instance Billing Tier type allowed for PostgreSQL database", says Google.
  {
    pattern: /^db-n1-(?:standard|highmem)-([0-9]+)$/,
    edition: "enterprise",
    engines: ["mysql"],
    disks: [PERSISTENT_SSD, PERSISTENT_HDD],
    processors: [1, 2, 4, 8, 16, 32, 64, 96],
    example: "db-n1-standard-2",
  },
  // What may have come since: the names of other optimized machines.
  {
    pattern:
      /^db-(?:perf-optimized-[A-Za-z0-9]+|memory-optimized-[A-Za-z0-9]+|c4a-highmem)-([0-9]+)(?:-lssd)?$/,
    edition: "enterprise-plus",
    processors: [],
    example: "db-perf-optimized-N-2",
  },
];

/** The series that a machine of Cloud SQL is of; undefined for what is no machine. */
export function seriesOf(machine: string): MachineSeries | undefined {
  return SERIES.find(({ pattern }) => pattern.test(machine));
}

/** The edition of Cloud SQL that a machine belongs to; undefined for what is no machine. */
export function editionOf(machine: string): string | undefined {
  return seriesOf(machine)?.edition;
}

/** Whether a machine of a series that has a list is not on it. */
export function isUnlisted(machine: string, { pattern, processors }: MachineSeries): boolean {
  return processors?.includes(Number(pattern.exec(machine)?.[1])) === false;
}

/** Why there is no machine of this size; undefined where there is one. */
export function sizeProblem(machine: string, { pattern, custom }: MachineSeries): string | undefined {
  if (custom === undefined) return undefined;
  const [, processors = 0, memory = 0] = (pattern.exec(machine) ?? []).map(Number);
  const { minimum, maximum } = custom.processors;
  const isEven = processors % 2 === 0 && processors >= minimum && processors <= maximum;
  if (!isEven && !(custom.single && processors === 1))
    return `processors are ${custom.single ? "1 or " : ""}an even number from ${minimum} to ${maximum}, not ${processors}`;
  if (memory % MEMORY_STEP !== 0) return `memory is a multiple of ${MEMORY_STEP} MiB, which ${memory} is not`;
  const { least, most } = memoryOf(processors, custom);
  if (memory >= least && memory <= most) return undefined;
  return `with ${counted(processors, "processor")} it has from ${least} to ${most} MiB of memory, not ${memory}`;
}

/** MiB of memory that a machine with so many processors has: both ends are multiples of the step. */
function memoryOf(processors: number, { memoryPerProcessor, leastMemory }: CustomSizes) {
  const { minimum, maximum } = memoryPerProcessor;
  const least = Math.max(leastMemory, Math.ceil((minimum * processors * 1024) / MEMORY_STEP) * MEMORY_STEP);
  return { least, most: Math.floor((maximum * processors * 1024) / MEMORY_STEP) * MEMORY_STEP };
}

/** Machines of AlloyDB that are on the list. */
const ALLOYDB_LISTED: Readonly<Record<string, readonly number[]>> = {
  n2: [2, 4, 8, 16, 32, 64, 96, 128],
  c4a: [1, 4, 8, 16, 32, 48, 64, 72],
};
const ALLOYDB = /^([a-z][a-z0-9]*)-highmem-([0-9]+)(-lssd)?$/;

/** The processors of a machine of AlloyDB: the number in its name. */
export function processorsOf(machine: string): number {
  return Number(ALLOYDB.exec(machine)?.[2] ?? 0);
}

/** Whether a machine of AlloyDB is of a series, or of a size, that is not on the list. */
export function isUnlistedForAlloydb(machine: string): boolean {
  const [, series = ""] = ALLOYDB.exec(machine) ?? [];
  return ownValue(ALLOYDB_LISTED, series)?.includes(processorsOf(machine)) !== true;
}

/** Why a machine cannot be used. */
export function machineProblem(
  machine: string,
  _topology: Topology,
  { form }: EngineFacts,
): InstanceClassProblem | undefined {
  const isKnown = form === "cluster" ? ALLOYDB.test(machine) : seriesOf(machine) !== undefined;
  return isKnown ? undefined : "malformed";
}
