import type { Migration, ResourceTransition } from "../../../terraform/live-behaviour";
import { plain, stateCommands, step, type Replacement } from "../../common/live/migration-parts";
import { aws, instancesOf } from "./migration-parts";
import { throughSnapshot } from "./snapshot-migration";
import { sidesOf, textOf } from "../../common/live/transition";

/** The database that takes writes: each argument that AWS fixes at creation has its own way around. */
export function migratedDatabase(
  { before, after }: Replacement,
  all: readonly ResourceTransition[],
): Migration | undefined {
  const { differs } = sidesOf({ before, after, action: "replace" });
  const isCluster = before.type === "aws_rds_cluster";
  const identity = isCluster ? "cluster_identifier" : "identifier";
  if (differs("engine") || differs("engine_mode")) return anotherEngine(before.arguments["engine"]);
  if (before.arguments["storage_encrypted"] === true && after.arguments["storage_encrypted"] === false)
    return stayEncrypted();
  if (differs("database_name") || differs("db_name")) return databaseInside(after);
  if (differs("master_username") || differs("username")) return userInside(after);
  if (differs("character_set_name") || differs("timezone")) return settingOfCreation();
  if (differs(identity)) return renamedInPlace({ before, after }, identity, all);
  return throughSnapshot({ before, after }, identity, all);
}

const DUMP = "https://docs.aws.amazon.com/dms/latest/userguide/Welcome.html";

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.OracleCharacterSets.html: a snapshot has it, too. */
function settingOfCreation(): Migration {
  return {
    title: "Set a database with the other setting up beside this one",
    steps: [
      step(
        "A snapshot is restored with the setting that it was taken with. Leave this database as it is, add one with the other setting under another name, and apply.",
      ),
      step(
        `Move the data with the engine's own export and import, or with AWS Database Migration Service: ${DUMP}`,
      ),
      step(
        "Point the clients at the new one; then take the old one out of the spec, with `protect: false` first.",
      ),
    ],
  };
}

function anotherEngine(engine: unknown): Migration {
  return {
    title: "Set the other engine up beside this one",
    steps: [
      step(
        `Leave this database (${String(engine)}) as it is, add one with the other engine under another name, and apply.`,
      ),
      step(
        `Move the data with AWS Database Migration Service, which keeps both in step until you switch: ${DUMP}`,
      ),
      step(
        "Point the clients at the new one; then take the old one out of the spec, with `protect: false` first.",
      ),
    ],
  };
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html#Overview.Encryption.Limitations */
function stayEncrypted(): Migration {
  return {
    title: "Leave the storage encrypted",
    steps: [
      step(
        "AWS makes no unencrypted copy of an encrypted database or snapshot, not even by a snapshot's copy.",
      ),
      step("Take the change back. Only a dump that is loaded into a new database would be unencrypted."),
    ],
  };
}

function databaseInside(after: Replacement["after"]): Migration {
  const name = plain(after.arguments["database_name"] ?? after.arguments["db_name"]) ?? "<name>";
  return {
    title: "Create the database with SQL instead",
    steps: [
      step("Leave `databaseName` as it is: it only says which database is created with the first member."),
      step(
        "Create the other one in the database that stands, as its master user.",
        `CREATE DATABASE ${name};`,
      ),
    ],
  };
}

function userInside(after: Replacement["after"]): Migration {
  const name = plain(after.arguments["master_username"] ?? after.arguments["username"]) ?? "<user>";
  return {
    title: "Create the user with SQL instead",
    steps: [
      step("Leave `masterUsername` as it is: the master user is fixed when the database is created."),
      step("Create the other one, and give it what it needs.", `CREATE USER ${name};`),
    ],
  };
}

/** AWS renames in place what the provider would replace. */
function renamedInPlace(
  { before, after }: Replacement,
  identity: string,
  all: readonly ResourceTransition[],
): Migration {
  const [old, now] = [textOf(before.arguments[identity]), textOf(after.arguments[identity])];
  const instances = instancesOf(before, all);
  return {
    title: "Rename the live database, and tell Terraform",
    steps: [
      step("The endpoints change with the identifier: plan for the clients to follow."),
      step(
        "Rename it, and its instances; a member of a global database must leave it before.",
        aws("rds modify-db-cluster", before.region, {
          "db-cluster-identifier": old,
          "new-db-cluster-identifier": now,
          "apply-immediately": true,
        }),
        ...instances.map(({ id, next }) =>
          aws("rds modify-db-instance", before.region, {
            "db-instance-identifier": id,
            "new-db-instance-identifier": next,
            "apply-immediately": true,
          }),
        ),
      ),
      step(
        "Have Terraform take them at their addresses under the new identifiers, in the root module that has them.",
        ...stateCommands([
          { address: after.address, id: now },
          ...instances.map(({ address, next }) => ({ address, id: next })),
        ]),
      ),
      step("Plan: nothing with data may be replaced any more.", "terraform plan"),
    ],
  };
}
