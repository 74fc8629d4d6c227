import type { Topology } from "../../../model/database";
import type { EngineFacts } from "../../../model/engine";
import type { InstanceClassProblem } from "../../../model/provider-catalog";

/*
 * Machines: of Cloud SQL https://cloud.google.com/sql/docs/postgres/instance-settings, of AlloyDB
 * https://cloud.google.com/alloydb/docs/choose-machine-type.
 */

/** Optimized machines; every other one is of edition Enterprise. */
const PLUS = /^db-(perf-optimized-[A-Za-z0-9-]+-[0-9]+|c4a-highmem-[0-9]+(-lssd)?)$/;
const STANDARD = /^db-(custom-[A-Za-z0-9-]+|f1-micro|g1-small|n1-[a-z]+-[0-9]+|n4-[A-Za-z0-9-]+)$/;

/** The edition of Cloud SQL that a machine belongs to; undefined for what is no machine. */
export function editionOf(machine: string): string | undefined {
  if (PLUS.test(machine)) return "enterprise-plus";
  return STANDARD.test(machine) ? "enterprise" : undefined;
}

const ALLOYDB = /^[a-z][a-z0-9]*-[a-z]+-([0-9]+)(-lssd)?$/;

/** The processors of a machine of AlloyDB: the number in its name. */
export function processorsOf(machine: string): number {
  return Number(ALLOYDB.exec(machine)?.[1] ?? 0);
}

/** Why a machine cannot be used. */
export function machineProblem(
  machine: string,
  _topology: Topology,
  { form }: EngineFacts,
): InstanceClassProblem | undefined {
  const isKnown = form === "cluster" ? ALLOYDB.test(machine) : editionOf(machine) !== undefined;
  return isKnown ? undefined : "malformed";
}
