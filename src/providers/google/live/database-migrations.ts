import type { Migration, ResourceTransition } from "../../../terraform/live-behaviour";
import { plain, step, type Replacement } from "../../common/live/migration-parts";
import { sidesOf, textOf, valueAt } from "../../common/live/transition";
import { gcloud, instancesOf, keyName, replicasOf, secondariesOf } from "./migration-parts";

/**
 * An instance of Cloud SQL with another key: a backup of the old one is restored into one that stands beside it
 * (https://cloud.google.com/sql/docs/postgres/backup-recovery/restoring#projectid). Nothing renames an instance.
 */
export function movedInstance({ before, after }: Replacement, all: readonly ResourceTransition[]): Migration {
  const name = textOf(before.arguments["name"]);
  const replicas = replicasOf(before, all);
  const isPrivateNetwork = sidesOf({ before, after, action: "replace" }).differs(
    "settings.ip_configuration.private_network",
  );
  const what = isPrivateNetwork ? "in the other network" : "with the new settings";
  return {
    title: "Restore a backup into a new instance instead",
    steps: [
      step(
        `Take this change back, and add a database under another name ${what}: the same engine version, at least as much storage, no read replicas yet. Apply. Its key set may be another one; the old key stays.`,
      ),
      step(
        "Stop writing to the old instance, then take a backup.",
        gcloud("sql backups create", before, { instance: name }),
        gcloud("sql backups list", before, { instance: name, limit: "1", format: "'value(id)'" }),
      ),
      step(
        `Restore it into the new instance; everything in that one is overwritten, and that one's key encrypts it.`,
        gcloud("sql backups restore <id of the backup>", before, {
          "restore-instance": "<new instance>",
          "backup-instance": name,
        }),
      ),
      step("Compare the data, add the read replicas to the new database, and point the clients at it."),
      step(
        `Only then take the old database out of the spec, with \`protect: false\` and \`deletionProtection: false\` first${replicas.length === 0 ? "" : `; its replicas (${replicas.map(({ arguments: given }) => textOf(given["name"])).join(", ")}) go with it`}. Its name cannot be used again for about a week; its key goes last, when no backup needs it any more.`,
      ),
      step(
        "With little time to stand still, Database Migration Service keeps both in step until you switch: https://cloud.google.com/database-migration/docs",
      ),
    ],
  };
}

/** https://cloud.google.com/alloydb/docs/backup/restore: the restored cluster has a key of its own. */
export function movedCluster({ before, after }: Replacement, all: readonly ResourceTransition[]): Migration {
  const id = textOf(before.arguments["cluster_id"]);
  const region = before.region ?? "<Region>";
  const [now, next] = [textOf(after.arguments["cluster_id"]), `${id}-new`];
  const target = now === id ? next : now;
  const instances = instancesOf(before, all);
  const secondaries = secondariesOf(before, all);
  return {
    title: "Restore a backup into a new cluster instead",
    steps: [
      step(
        "Keep the old key: leave its key set in the spec until the end. If the new key is not there yet, apply a spec that only adds its key set.",
      ),
      step(
        "Stop writing to the cluster, then take a backup.",
        gcloud(`alloydb backups create ${id}-migration`, before, { cluster: id, region }),
      ),
      step(
        "Restore it into a new cluster, which the new key encrypts.",
        gcloud(`alloydb clusters restore ${target}`, before, {
          region,
          backup: `${id}-migration`,
          network: plain(valueAt(after.arguments, "network_config.network")),
          "kms-key": keyName(valueAt(after.arguments, "encryption_config.kms_key_name")),
        }),
      ),
      step(
        `Take this change back, and add a database under another name with \`identifier: ${target}\` and the new key set. Have Terraform take the restored cluster at its address, then apply: ${instances.length === 1 ? "its instance is" : "its instances are"} created, and secondary clusters are filled from it.`,
        `terraform import google_alloydb_cluster.<name of the new database> projects/${projectOf(before.arguments)}/locations/${region}/clusters/${target}`,
      ),
      step("Compare the data, and point the clients at the new cluster."),
      step(
        `Only then take the old database out of the spec, with \`protect: false\` and \`deletionProtection: false\` first${secondaries.length === 0 ? "" : "; its secondary clusters go before it"}. Its key goes last, when no backup needs it any more.`,
      ),
    ],
  };
}

function projectOf({ project }: Replacement["before"]["arguments"]): string {
  return plain(project) ?? "<project>";
}

/** Another name for the database in an instance is another database. */
export function dropInside({ before, after }: Replacement): Migration {
  const [old, now] = [textOf(before.arguments["name"]), textOf(after.arguments["name"])];
  return {
    title: "Create the database with SQL instead",
    steps: [
      step(`Leave \`databaseName: ${old}\` as it is: Terraform would drop it with everything in it.`),
      step(
        "Create the other one in the instance that stands, and move what belongs there.",
        `CREATE DATABASE ${now};`,
      ),
    ],
  };
}
