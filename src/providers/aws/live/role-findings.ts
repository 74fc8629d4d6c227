import type { Finding, Migration, ResourceTransition } from "../../../terraform/live-behaviour";
import { plain, step, type Replacement } from "../../common/live/migration-parts";
import { textOf } from "../../common/live/transition";
import { aws } from "./migration-parts";

/** Whether a member of a global database is to be the primary one, and was not, or the other way about. */
export function changesRole({ before, after }: ResourceTransition): boolean {
  if (before?.type !== "aws_rds_cluster" || after === undefined) return false;
  const isMember = before.arguments["global_cluster_identifier"] !== undefined;
  return isMember && isSecondary(before) !== isSecondary(after);
}

function isSecondary({ arguments: given }: Replacement["before"]): boolean {
  return given["source_region"] !== undefined;
}

/** Whether a cluster that stands alone is to be the primary one of a global database. */
export function joinsGlobal({ before, after, action }: ResourceTransition): boolean {
  if (before?.type !== "aws_rds_cluster" || after === undefined || action !== "update") return false;
  const isMember = ({ arguments: given }: Replacement["before"]) =>
    given["global_cluster_identifier"] !== undefined;
  return !isMember(before) && isMember(after);
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-getting-started.html */
export function globalAround({ before }: Replacement, all: readonly ResourceTransition[]): Migration {
  const created = all.find(
    ({ before: old, after, action }) =>
      old === undefined && after?.type === "aws_rds_global_cluster" && action === "create",
  )?.after;
  const global = plain(created?.arguments["global_cluster_identifier"]) ?? "<global cluster>";
  const isManaged = before.arguments["manage_master_user_password"] === true;
  return {
    title: "Have AWS make the global cluster around this one, and tell Terraform",
    steps: [
      ...(isManaged
        ? [
            step(
              "A member of a global database has no password that AWS manages: with the old topology, set `masterPassword: variable`, emit and apply.",
              "terraform apply",
            ),
          ]
        : []),
      step(
        "Make the global cluster around the cluster that stands; nothing is interrupted.",
        aws("rds create-global-cluster", before.region, {
          "global-cluster-identifier": global,
          "source-db-cluster-identifier": clusterArn(before),
          "deletion-protection": true,
        }),
      ),
      step(
        "Have Terraform take it, in the root module that has it.",
        `terraform import '${created?.address ?? "aws_rds_global_cluster.<name>"}' ${global}`,
      ),
      step("Plan: the secondary clusters are added, and nothing is replaced. Then apply.", "terraform plan"),
    ],
  };
}

function clusterArn({ region, arguments: given }: Replacement["before"]): string {
  return `"$(${aws("rds describe-db-clusters", region, {
    "db-cluster-identifier": textOf(given["cluster_identifier"]),
    query: "'DBClusters[0].DBClusterArn'",
    output: "text",
  })})"`;
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html */
export function roleFindings(transition: ResourceTransition): readonly Finding[] {
  if (!changesRole(transition)) return [];
  return [
    {
      kind: "refused",
      code: "roles-exchanged",
      message:
        "Terraform exchanges no roles: which cluster is the primary one is changed by `aws rds switchover-global-cluster`, and `primaryRegion` stays as it is before and after it.",
    },
  ];
}

/** The text says who writes; AWS makes it so without the loss. */
export function switchover({ before }: Replacement): Migration {
  const global = plain(before.arguments["global_cluster_identifier"]) ?? "<global cluster>";
  return {
    title: "Let AWS exchange the roles, and leave the text as it is",
    steps: [
      step(
        "Take the change of `primaryRegion` back: it says where the database was created, not who writes.",
      ),
      step(
        "Make the switchover. Nothing is lost by it; where the primary Region is lost, the README has the failover.",
        aws("rds switchover-global-cluster", plain(before.arguments["source_region"]), {
          "global-cluster-identifier": global,
          "target-db-cluster-identifier": clusterArn(before),
        }),
      ),
      step("Plan: nothing differs, for what the roles change is ignored.", "terraform plan"),
    ],
  };
}
