import { membersOf, type InstanceMember, type ReplicaMember } from "../../../model/database";
import type { PlannedDatabase } from "../../../model/database";
import { memberPath } from "../../../rules/databases/member-path";
import { related, type Rule, type RuleContext } from "../../../rules/rule";
import type { SpecPath } from "../../../spec/spec-node";
import {
  isUnlisted,
  isUnlistedForAlloydb,
  processorsOf,
  seriesOf,
  sizeProblem,
  type MachineSeries,
} from "../catalog/machines";

/** Machines that there are, that the engine runs on, and that take the disks of the database. */
export const machinesRule: Rule = (context) => {
  for (const database of context.resolved.databases.values()) {
    const reported = new Set<string>();
    for (const member of membersOf(database)) {
      const path = memberPath(context, database.name, member.region, ["instances", "class"]);
      if (reported.has(JSON.stringify(path))) continue;
      reported.add(JSON.stringify(path));
      if (member.kind !== "cluster") checkMachine(context, database, member, path);
      else if (member.capacity.kind === "provisioned") checkNode(context, member.capacity.class, path);
    }
  }
};

function checkMachine(
  context: RuleContext,
  database: PlannedDatabase,
  { class: machine }: InstanceMember | ReplicaMember,
  path: SpecPath,
): void {
  const { catalog, report } = context;
  const { engine } = database;
  const series = seriesOf(machine);
  // What is no machine, or no engine, has been refused.
  if (series === undefined || catalog.engines.get(engine)?.form !== "instance") return;
  if (series.engines?.includes(engine) === false) {
    const example = catalog.words.instanceClass.instance;
    return report("databases/machine-not-for-engine", { class: machine, engine, example }, path);
  }
  const problem = sizeProblem(machine, series);
  if (problem !== undefined) {
    return report("databases/machine-size", { class: machine, problem, example: series.example }, path);
  }
  if (isUnlisted(machine, series)) unverified(context, machine, path);
  checkDisk(context, database, { machine, series, path });
}

interface Machine {
  readonly machine: string;
  readonly series: MachineSeries;
  readonly path: SpecPath;
}

function checkDisk(
  { catalog, report, isWritten, isSetAside }: RuleContext,
  database: PlannedDatabase,
  { machine, series: { disks: types }, path }: Machine,
): void {
  const at = ["databases", database.name, "storage"];
  const isKnown = catalog.engines.get(database.engine)?.storageTypes;
  if (!("storage" in database) || types === undefined || isSetAside(at)) return;
  const { type } = database.storage;
  // A type that the engine does not have has been refused, as has a rate that another type has.
  if (types.includes(type) || isKnown?.has(type) !== true) return;
  const written = [...at, "type"];
  if (isWritten(written)) {
    const machines = [related("the machine stands here", path)];
    report("databases/machine-disk", { class: machine, type, types }, written, machines);
  } else report("databases/machine-disk", { class: machine, type, types }, path);
}

function checkNode(context: RuleContext, machine: string, path: SpecPath): void {
  if (processorsOf(machine) > 0 && isUnlistedForAlloydb(machine)) unverified(context, machine, path);
}

function unverified({ report }: RuleContext, machine: string, path: SpecPath): void {
  report("databases/support-unverified", { what: `machine ${machine}, which is on no list,` }, path);
}
