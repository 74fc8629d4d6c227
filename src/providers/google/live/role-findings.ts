import type { Finding, ResourceTransition } from "../../../terraform/live-behaviour";
import { sidesOf, textOf } from "../../common/live/transition";

/** Arguments that say which role a member plays, by type. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  google_sql_database_instance: [
    "instance_type",
    "master_instance_name",
    "replica_configuration",
    "replica_names",
  ],
  google_alloydb_cluster: ["cluster_type", "secondary_config"],
  google_alloydb_instance: ["instance_type"],
};

const SWITCHOVER: Readonly<Record<string, string>> = {
  google_sql_database_instance: "gcloud sql instances switchover",
  google_alloydb_cluster: "gcloud alloydb clusters switchover",
  google_alloydb_instance: "gcloud alloydb clusters switchover",
};

/** Who takes writes is changed outside Terraform, and the text only follows. */
export function roleFindings(transition: ResourceTransition): readonly Finding[] {
  return [...ignoredRole(transition), ...designation(transition)];
}

function ignoredRole({ before, after, withoutEffect = [] }: ResourceTransition): readonly Finding[] {
  const type = (after ?? before)?.type ?? "";
  const roles = withoutEffect.filter(
    ({ name, because }) => because === "ignored" && ROLES[type]?.includes(name) === true,
  );
  if (roles.length === 0) return [];
  const names = roles.map(({ name }) => `\`${name}\``).join(", ");
  return [
    {
      kind: "note",
      code: "role-changed-outside",
      message: `Terraform changes no roles: ${names} ${roles.length === 1 ? "is" : "are"} ignored. Where the text follows a switchover that was made, nothing is to be done; where it asks for one, \`${SWITCHOVER[type] ?? "gcloud"}\` makes it.`,
    },
  ];
}

const DESIGNATION = "replication_cluster.failover_dr_replica_name";

/** https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/sql_instance_switchover */
function designation(transition: ResourceTransition): readonly Finding[] {
  const { before, after, withoutEffect = [] } = transition;
  if (after?.type !== "google_sql_database_instance") return [];
  const sides = sidesOf(transition);
  const now = sides.after(DESIGNATION);
  if (before === undefined && now !== undefined)
    return [
      note(
        "designation-later",
        `The provider names \`${textOf(now)}\` as the replica for a disaster only when it updates the instance: apply a second time.`,
      ),
    ];
  if (withoutEffect.some(({ name, isRemoved }) => name === "replication_cluster" && isRemoved))
    return [
      note(
        "designation-stays",
        `\`${textOf(sides.before(DESIGNATION))}\` stays the replica for a disaster: the provider takes no designation away.`,
      ),
    ];
  if (!sides.differs(DESIGNATION)) return [];
  return [
    note(
      "designation-changed",
      `\`${textOf(now)}\` becomes the replica for a disaster; where the same apply creates it, apply a second time.`,
    ),
  ];
}

function note(code: string, message: string): Finding {
  return { kind: "note", code, message };
}
