import { sortedUnique } from "../../../../base/ordering";
import type { KeySet } from "../../../../model/key";
import type { ResourceElement, TerraformProgram } from "../../../../terraform/program";
import { elementsOf } from "../../../../terraform/program-index";
import type { LoweringContext } from "../../lowering-context";

/** Whether a policy tells the databases of a deployment apart, or allows the same for all names that begin with its own. */
export type PolicyBreadth = "database" | "deployment";

/** A root module, as whoever deploys it must be allowed to. */
export interface DeployerSubject extends Omit<LoweringContext, "account"> {
  readonly program: TerraformProgram;
  /** What is created here. */
  readonly resources: readonly ResourceElement[];
  /** Every element, data sources among them. */
  readonly elements: readonly ResourceElement[];
  readonly keySets: ReadonlyMap<string, KeySet>;
  /** The names of the automated-backup replications that are created here. */
  readonly backupReplications: ReadonlySet<string>;
  /** The names of the snapshot copies that are created here. */
  readonly snapshotCopies: ReadonlySet<string>;
  /** Regions that something of this root module is in. */
  readonly regions: readonly string[];
  /** The account, or `*` where the spec names none: an identity's policy reaches no other account by itself. */
  readonly account: string;
  readonly breadth: PolicyBreadth;
}

/** Prepares a root module, whose databases are told apart. */
export function deployerSubject(context: LoweringContext, program: TerraformProgram): DeployerSubject {
  const elements = elementsOf(program);
  const resources = elements.filter(({ kind }) => kind === "resource");
  const namesOf = (...types: readonly string[]) =>
    new Set(ofTypes(resources, ...types).map(({ name }) => name));
  return {
    ...context,
    program,
    keySets: new Map(context.plan.keySets.map((keySet) => [keySet.name, keySet])),
    elements,
    resources,
    backupReplications: namesOf("aws_db_instance_automated_backups_replication"),
    snapshotCopies: namesOf("aws_db_snapshot_copy", "aws_rds_cluster_snapshot_copy"),
    regions: sortedUnique(elements.flatMap(({ region }) => region ?? [])),
    account: context.request.provider.account ?? "*",
    breadth: "database",
  };
}

/** An ARN of the deployment's account and partition; Region `*` where a condition limits the Regions. */
export function deployedArn(
  { partition, account }: Pick<DeployerSubject, "partition" | "account">,
  service: string,
  region: string,
  resource: string,
): string {
  return `arn:${partition.name}:${service}:${region}:${account}:${resource}`;
}

/** A name, or the pattern for all that begin as it does. */
export function nameInPolicy(
  { breadth, plan }: Pick<DeployerSubject, "breadth" | "plan">,
  name: string,
): string {
  const start = `${plan.name}-`;
  return breadth === "deployment" && name.startsWith(start) ? `${start}*` : name;
}

/** Elements of the given types. */
export function ofTypes(
  elements: readonly ResourceElement[],
  ...types: readonly string[]
): readonly ResourceElement[] {
  return elements.filter(({ type }) => types.includes(type));
}
