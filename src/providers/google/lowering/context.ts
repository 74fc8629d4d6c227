import { invariant } from "../../../base/invariant";
import type { RegionName } from "../../../base/names";
import { indexEncryption, type EncryptionIndex } from "../../../model/encryption";
import type { DeploymentPlan } from "../../../model/plan";
import type { PlannedDatabase } from "../../../model/database";
import { reference, type Expression } from "../../../terraform/expression";
import type { ResourceElement } from "../../../terraform/program";
import type { LoweringRequest } from "../../provider";
import type { KeyUsingService } from "../catalog/service-agents";

/** What every lowering function may ask. */
export interface LoweringContext {
  readonly request: LoweringRequest;
  readonly plan: DeploymentPlan;
  readonly project: string;
  /** The project that keys are created in. */
  readonly keyProject: string;
  /** The number of the databases' project: the spec's, else what a data source says. */
  readonly projectNumber: Expression<string> | string;
  readonly encryption: EncryptionIndex;
  readonly databases: ReadonlyMap<string, PlannedDatabase>;
}

/** The key of a Region. */
export interface LoweredKey {
  /** Its full name; none where Google's default encryption serves. */
  readonly id: Expression<string> | string | undefined;
  /** What gives each service that uses it the right to do so. */
  readonly access: ReadonlyMap<KeyUsingService, readonly ResourceElement[]>;
}

/** The key of a database in a Region, as the database needs it. */
export interface DatabaseKey {
  readonly id: LoweredKey["id"];
  /** A database must wait until its service may use the key: the name of the key alone does not say that. */
  readonly dependsOn: readonly ResourceElement[];
}

/** What is known once the keys are lowered. */
export interface DatabaseContext extends LoweringContext {
  /** The key of the storage of a database in a Region. */
  readonly keyOf: (database: PlannedDatabase, region: RegionName) => DatabaseKey;
}

/** The project of a deployment, which the rules have asked for. */
function projectOf({ provider }: LoweringRequest): string {
  invariant(provider.project !== undefined, "a deployment on Google Cloud without a project");
  return provider.project;
}

/** The context of a request. */
export function createContext(request: LoweringRequest): LoweringContext {
  const { plan, provider } = request;
  const project = projectOf(request);
  return {
    request,
    plan,
    project,
    keyProject: provider.keyProject ?? project,
    projectNumber: provider.projectNumber ?? reference<string>("data", "google_project", "this", "number"),
    encryption: indexEncryption(plan.encryption),
    databases: new Map(plan.databases.map((database) => [database.name, database])),
  };
}

/** The labels of a resource: the deployment's and its own, where the provider block does not add the former. */
export function allLabels(
  { request }: LoweringContext,
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return { ...request.provider.tags, ...own };
}
