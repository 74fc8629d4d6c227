import type { DbParameterGroupParameter } from "@cdktf/provider-aws/lib/db-parameter-group";
import type { RdsClusterParameterGroupParameter } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group";
import { mustGet } from "../../base/invariant";
import { compareText } from "../../base/ordering";
import type { ClusterMember, InstanceMember, PlannedDatabase, ReplicaMember } from "../../model/database";
import { nested, type Nested } from "../../terraform/block";
import { toIdentifier } from "../../terraform/names";
import { engines } from "./catalog/catalog";
import type { AwsEngine } from "./catalog/engine";
import { dbParameterGroup, rdsClusterParameterGroup } from "./resources";
import { tagsOf } from "../common/tags";

/** The parameter group of a cluster. */
export function lowerClusterParameterGroup(database: PlannedDatabase, member: ClusterMember) {
  return rdsClusterParameterGroup({
    ...placeOf(database, member),
    arguments: {
      ...nameOf(database, member.identifier),
      parameter: parametersOf<RdsClusterParameterGroupParameter>(database, member.parameters),
      tags: tagsOf(member.tags),
    },
  });
}

/** The parameter group of the instances of a database in a Region, named after the first of them. */
export function lowerInstanceParameterGroup(
  database: PlannedDatabase,
  member: InstanceMember | ReplicaMember,
) {
  return dbParameterGroup({
    ...placeOf(database, member),
    arguments: {
      ...nameOf(database, `${database.identifier}-${member.region}`),
      parameter: parametersOf<DbParameterGroupParameter>(database, member.parameters),
      tags: tagsOf(member.tags),
    },
  });
}

function placeOf({ name }: PlannedDatabase, { region }: ClusterMember | InstanceMember | ReplicaMember) {
  return { name: toIdentifier(name, region), region, lifecycle: { createBeforeDestroy: true } };
}

function nameOf(database: PlannedDatabase, identifier: string) {
  const family = mustGet(engines, database.engine).parameterFamily(database.engineVersion);
  return {
    // With the family in its name, the group of the next major version can stand beside this one.
    name: `${identifier}-${family.replace(/\./g, "-")}`,
    family,
    description: `Parameters of ${identifier}`,
  };
}

interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly applyMethod?: string;
}

/** The engine's safe set with the spec's own values over it, by name. */
function parametersOf<P extends Parameter>(
  database: PlannedDatabase,
  own: Readonly<Record<string, string>>,
): readonly Nested<P>[] {
  const engine = mustGet(engines, database.engine);
  const safe = engine.safeParameters(database.engineVersion);
  const values = new Map(safe.map(({ name, value }) => [name, value]));
  for (const [name, value] of Object.entries(own)) values.set(name, value);
  return [...values]
    .sort(([a], [b]) => compareText(a, b))
    .map(
      ([name, value]) =>
        nested<Parameter>({ name, value, applyMethod: applyMethodOf(engine, name) }) as Nested<P>,
    );
}

/** A static parameter that is said to apply at once is an error; a dynamic one that waits for a reboot is none. */
function applyMethodOf(engine: AwsEngine, name: string): string | undefined {
  return engine.dynamicParameters.includes(name) ? undefined : "pending-reboot";
}
