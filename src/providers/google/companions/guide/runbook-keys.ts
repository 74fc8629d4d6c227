import { canBeNamed, isManagedKey } from "../../../../model/key";
import { membersOf } from "../../../../model/database";
import type { GuidePart } from "../../../../terraform/companion";
import { code, command, commands, heading, paragraph, points } from "../../../common/companions/guide-parts";
import { whatHoldsReplacement } from "../../../common/companions/replacement";
import { locationOf, ringName, type CreatedKey, type GuideSubject } from "./guide-subject";

/** Rotation and what it does not do, versions, and moving to another key. */
export function keyRunbook(subject: GuideSubject): readonly GuidePart[] {
  return [...rotation(subject), ...reencryption(subject), ...versions(subject), ...moving(subject)];
}

function rotation({ createdKeys }: GuideSubject): readonly GuidePart[] {
  const sets = [...new Set(createdKeys.map(({ keySet }) => keySet))];
  if (sets.length === 0) return [];
  const items = sets.map(({ name, keyIn }) => {
    const [key] = [...keyIn.values()].filter(isManagedKey);
    const rotates =
      key !== undefined && key.kind !== "replica-key" && key.rotation.kind === "automatic"
        ? `rotates every ${key.rotation.periodDays} days${key.kind !== "location-key" && keyIn.size > 1 ? ", each location by itself" : ""}`
        : "does not rotate by itself";
    return `${code(name)} ${rotates}.`;
  });
  return [
    heading("Rotating keys"),
    paragraph(
      "A rotation makes a new version, with which everything new is encrypted. The old versions stay, encrypt what they encrypted, and are paid for: the bill grows with every rotation until a version is destroyed.",
    ),
    points(...items),
  ];
}

/** https://cloud.google.com/sql/docs/postgres/configure-cmek#re-encrypt */
function reencryption({ plan, project, encryption }: GuideSubject): readonly GuidePart[] {
  const named = new Set(plan.keySets.filter(({ strategy }) => canBeNamed(strategy)).map(({ name }) => name));
  const members = plan.databases.flatMap((database) =>
    membersOf(database).filter(({ region }) =>
      named.has(encryption.keyOf({ database: database.name, region }, "storage")?.keySet ?? ""),
    ),
  );
  const instances = members.filter(({ kind }) => kind !== "cluster").map(({ identifier }) => identifier);
  const hasClusters = members.some(({ kind }) => kind === "cluster");
  if (instances.length === 0 && !hasClusters) return [];
  return [
    heading("Encrypting again after a rotation"),
    ...(instances.length === 0
      ? []
      : [
          paragraph(
            "Rotation does not touch the data of an instance. Where its data must go over to the new version, give this outside busy hours; backups stay with the version that they were made with:",
          ),
          commands(
            ...instances.map((name) => command(`gcloud sql instances reencrypt ${name}`, { project })),
          ),
        ]),
    ...(hasClusters
      ? [
          paragraph(
            "AlloyDB has no such command: a cluster and its backups stay with the versions that they were made with.",
          ),
        ]
      : []),
  ];
}

function versions(subject: GuideSubject): readonly GuidePart[] {
  const { createdKeys, keyProject, services } = subject;
  const [example] = createdKeys;
  if (example === undefined) return [];
  const options = optionsOf(subject, example);
  return [
    heading("Before a version is disabled or destroyed"),
    points(
      `What was encrypted with a destroyed version is gone for ever.${services.length === 0 ? "" : " Never destroy the version that an instance, a cluster or a backup was made with."}`,
      ...(services.includes("cloud-sql")
        ? [
            "Disabled, or without its binding, a key stops every instance of Cloud SQL that uses it; they come back within ten minutes after it may be used again.",
          ]
        : []),
      ...(services.includes("alloydb")
        ? [
            "What AlloyDB does while a key is disabled or without its binding is not documented: take it for an outage.",
          ]
        : []),
    ),
    paragraph(
      `Until the waiting period ends (${waitingPeriods(subject)}), a version can be saved; it comes back disabled:`,
    ),
    commands(
      command("gcloud kms keys versions list", { ...options, project: keyProject }),
      command("gcloud kms keys versions restore VERSION", { ...options, project: keyProject }),
      command("gcloud kms keys versions enable VERSION", { ...options, project: keyProject }),
    ),
  ];
}

function waitingPeriods({ createdKeys }: GuideSubject): string {
  const days = new Map(createdKeys.map(({ keySet, key }) => [keySet.name, key.settings.deletionWindowDays]));
  return [...days].map(([name, count]) => `${code(name)}: ${count} days`).join(", ");
}

function optionsOf(subject: GuideSubject, { keySet, key }: CreatedKey) {
  return { key: keySet.renamedFrom[0] ?? keySet.name, keyring: ringName(subject), location: locationOf(key) };
}

/** The key of an instance or a cluster is fixed when it is created. */
function moving({ plan, services }: GuideSubject): readonly GuidePart[] {
  if (plan.databases.length === 0) return [];
  return [
    heading("Moving a database to another key"),
    paragraph(
      `Google never changes the key of a database; Terraform would replace it, ${whatHoldsReplacement(plan.databases)}. Beside it, a second one with the other key takes the data over:`,
    ),
    points(
      ...(services.includes("cloud-sql")
        ? ["Cloud SQL: write it into the spec, apply, and restore a backup into it as above."]
        : []),
      ...(services.includes("alloydb")
        ? [
            "AlloyDB: restore into a new cluster under the other key as above, write it into the spec, and import it.",
          ]
        : []),
      "Change the applications over, and keep the old key until the last backup under it has gone.",
    ),
  ];
}
