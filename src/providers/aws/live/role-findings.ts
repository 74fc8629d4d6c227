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
  const cluster = textOf(before.arguments["cluster_identifier"]);
  const arn = `"$(${aws("rds describe-db-clusters", before.region, {
    "db-cluster-identifier": cluster,
    query: "'DBClusters[0].DBClusterArn'",
    output: "text",
  })})"`;
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
          "target-db-cluster-identifier": arn,
        }),
      ),
      step("Plan: nothing differs, for what the roles change is ignored.", "terraform plan"),
    ],
  };
}
