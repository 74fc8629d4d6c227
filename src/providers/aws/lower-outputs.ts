import { sortedBy } from "../../base/ordering";
import { toExpression, type Value } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import type { OutputValue } from "../../terraform/program";
import type { LoweredDatabase } from "./lower-global-database";
import type { CreatedKey, LoweredKeys } from "./lower-keys";

/** The outputs of a root module, by name. */
export function lowerOutputs(
  keys: LoweredKeys,
  databases: ReadonlyMap<string, LoweredDatabase>,
): readonly OutputValue[] {
  const outputs = [
    ...[...keys.created].flatMap(([name, keyIn]) => keyOutputs(name, keyIn)),
    ...[...databases].flatMap(([name, database]) => databaseOutputs(name, database)),
  ];
  return sortedBy(outputs, ({ name }) => name);
}

function keyOutputs(name: string, keyIn: ReadonlyMap<string, CreatedKey>): OutputValue[] {
  return [
    output(
      [name, "alias_arns"],
      `ARN of the alias of key set ${name} in each Region.`,
      byRegion(keyIn, (key) => key.aliasArn),
    ),
    output(
      [name, "key_arns"],
      `ARN of the key of key set ${name} in each Region.`,
      byRegion(keyIn, (key) => key.arn),
    ),
    output(
      [name, "key_ids"],
      `Id of the key of key set ${name} in each Region.`,
      byRegion(keyIn, (key) => key.keyId),
    ),
  ];
}

function databaseOutputs(name: string, { globalCluster, clusters }: LoweredDatabase): OutputValue[] {
  return [
    output(
      [name, "cluster_endpoints"],
      `Cluster endpoint of database ${name} in each Region; only the primary cluster's takes writes.`,
      byRegion(clusters, (cluster) => cluster.attribute("endpoint")),
    ),
    output(
      [name, "global_cluster_arn"],
      `ARN of the global cluster of database ${name}.`,
      globalCluster.attribute("arn"),
    ),
    output(
      [name, "global_writer_endpoint"],
      `Endpoint of database ${name} that follows the primary cluster through a switchover or failover.`,
      globalCluster.attribute("endpoint"),
    ),
    output(
      [name, "reader_endpoints"],
      `Reader endpoint of database ${name} in each Region.`,
      byRegion(clusters, (cluster) => cluster.attribute("readerEndpoint")),
    ),
  ];
}

function output(words: readonly string[], description: string, value: Value): OutputValue {
  return { name: toIdentifier(...words), description, value: toExpression(value) };
}

function byRegion<T>(items: ReadonlyMap<string, T>, valueOf: (item: T) => Value): Value {
  return Object.fromEntries([...items].map(([region, item]) => [region, valueOf(item)]));
}
