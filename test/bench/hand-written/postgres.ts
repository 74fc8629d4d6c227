import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group";
import type { Foundation } from "./foundation";
import { addMap, addOutput, identifier, named } from "./naming";
import {
  addLogGroups,
  addPassword,
  commonSettings,
  instanceSettings,
  parameters,
  placement,
} from "./settings";

const LOGS = ["postgresql", "upgrade"];

/** A PostgreSQL instance with a read replica in every other Region. */
export function addPostgres(foundation: Foundation, database: string): void {
  const { stack, home, regions } = foundation;
  const source = addSource(foundation, database);
  const others = regions.filter((region) => region !== home);
  const replicas = new Map(
    others.map((region) => [
      `fleet-${database}-${region}-replica-1`,
      addReplica(foundation, database, source, region),
    ]),
  );
  addOutput(stack, `${database}_endpoint`, `Endpoint of database ${database}.`, source.endpoint);
  addOutput(stack, `${database}_instance_arn`, `ARN of the instance of database ${database}.`, source.arn);
  addMap(
    stack,
    `${database}_replica_endpoints`,
    `Endpoint of each read replica of database ${database}, by its identifier.`,
    replicas,
    ({ endpoint }) => endpoint,
  );
}

function addSource(foundation: Foundation, database: string): DbInstance {
  const { stack, home } = foundation;
  const name = identifier(database, home);
  const secret = addPassword(foundation, database, 128);
  const group = named(DbParameterGroup, stack, name, {
    name: `fleet-${database}-${home}-postgres16`,
    family: "postgres16",
    description: `Parameters of fleet-${database}-${home}`,
    parameter: parameters({ applyMethod: "pending-reboot" }),
    lifecycle: { createBeforeDestroy: true },
  });
  return addInstance(foundation, name, home, {
    engine: "postgres",
    engineVersion: "16.6",
    identifier: `fleet-${database}-${home}`,
    allocatedStorage: 100,
    storageType: "gp3",
    username: "dbadmin",
    passwordWo: secret.password,
    passwordWoVersion: secret.version,
    parameterGroupName: group.name,
    skipFinalSnapshot: false,
    finalSnapshotIdentifier: `fleet-${database}-${home}-final`,
  });
}

function addReplica(
  foundation: Foundation,
  database: string,
  source: DbInstance,
  region: string,
): DbInstance {
  return addInstance(foundation, identifier(database, region, "replica_1"), region, {
    identifier: `fleet-${database}-${region}-replica-1`,
    replicateSourceDb: source.arn,
    skipFinalSnapshot: true,
  });
}

function addInstance(
  foundation: Foundation,
  name: string,
  region: string,
  own: Omit<ConstructorParameters<typeof DbInstance>[2], "instanceClass">,
): DbInstance {
  const logGroups = addLogGroups(foundation, { kind: "instance", name, region }, LOGS);
  return named(DbInstance, foundation.stack, name, {
    ...placement(foundation, region),
    ...commonSettings(foundation, region),
    ...instanceSettings(foundation, region),
    ...own,
    multiAz: true,
    enabledCloudwatchLogsExports: LOGS,
    lifecycle: { preventDestroy: true },
    dependsOn: logGroups,
  });
}
