import { sortedBy, sortedUnique } from "../../base/ordering";
import type { PlannedDatabase } from "../../model/database";
import type { Layer } from "../../model/plan";
import type { OutputValue, ResourceElement, TerraformProgram } from "../../terraform/program";
import { MAIN_SECTION, type StackContents, type WholeProgram } from "../../terraform/split";
import { lowerRemoteState } from "../common/backend";
import { databaseFile } from "../common/files";
import { lowerPrograms, placeIn, type ProviderPart } from "../common/programs";
import type { LoweringRequest } from "../provider";
import { lowerBackupReplications, lowerSnapshotCopies } from "./lower-backups";
import { lowerGlobalDatabase } from "./lower-global-database";
import { lowerKeys } from "./lower-keys";
import { lowerMonitoringRole } from "./lower-monitoring";
import { lowerNetwork } from "./lower-network";
import { DEFAULT_PROVIDER_VERSION, lowerProvider } from "./lower-provider";
import { lowerReadReplicas } from "./lower-read-replicas";
import { lowerSingleRegionCluster, lowerSingleRegionInstance } from "./lower-single-region";
import type { LoweredDatabase, Surroundings } from "./lowered-database";
import { createContext, withKeys, type LoweringContext } from "./lowering-context";
import { callerIdentity } from "./resources";

/** Lowers a plan to its root modules, in the order in which they are applied. */
export function lowerDeployment(request: LoweringRequest): readonly TerraformProgram[] {
  const context = createContext(request);
  return lowerPrograms(request, {
    lowerWhole: (plan) => lowerWhole(plan === request.plan ? context : createContext({ ...request, plan })),
    providerPart: (contents) => providerPart(context, contents),
  });
}

/** Everything of the deployment, with the stack and the file that each part belongs to. */
function lowerWhole(context: LoweringContext): WholeProgram {
  const { plan, request } = context;
  const keys = lowerKeys(context);
  const network = lowerNetwork(context);
  const monitoringRole = lowerMonitoringRole(context);
  const surroundings = { ...withKeys(context, keys.index), network, monitoringRoleArn: monitoringRole?.arn };
  const databases = plan.databases.map((database) => ({
    database,
    lowered: lowerDatabase(surroundings, database),
  }));
  const place = placeIn(plan);
  const main = place("databases", MAIN_SECTION.file, MAIN_SECTION.template);
  const monitoring = (layer: Layer) => place(layer, "monitoring", "monitoring");
  return {
    elements: [
      ...[currentIdentity(), ...keys.data, ...network.elements].map(main),
      ...keys.elements.map(place("keys", "keys", "keys")),
      ...databases.flatMap(({ database, lowered }) => {
        const file = databaseFile(database.name);
        return [
          ...lowered.global.map(place("global", file, "database")),
          ...lowered.elements.map(place("databases", file, "database")),
        ];
      }),
      ...(monitoringRole?.elements ?? []).map(monitoring("global")),
      ...databases.flatMap(({ lowered }) => lowered.logGroups.map(monitoring("databases"))),
    ],
    variables: sortedBy(
      [...keys.variables, ...databases.flatMap(({ lowered }) => lowered.variables)],
      ({ name }) => name,
    ),
    outputs: [
      ...keys.outputs,
      ...databases.flatMap(({ lowered }): readonly OutputValue[] => lowered.outputs),
    ],
    remoteState: (stack) => lowerRemoteState(request.terraform, stack),
  };
}

function lowerDatabase(surroundings: Surroundings, database: PlannedDatabase): LoweredDatabase {
  const lowered = lowerTopology(surroundings, database);
  return {
    ...lowered,
    elements: [
      ...lowered.elements,
      ...lowerBackupReplications(surroundings, database),
      ...lowerSnapshotCopies(surroundings, database),
    ],
  };
}

function lowerTopology(surroundings: Surroundings, database: PlannedDatabase): LoweredDatabase {
  switch (database.topology) {
    case "global-database":
      return lowerGlobalDatabase(surroundings, database);
    case "read-replicas":
      return lowerReadReplicas(surroundings, database);
    case "single-region":
      return database.form === "cluster"
        ? lowerSingleRegionCluster(surroundings, database)
        : lowerSingleRegionInstance(surroundings, database);
  }
}

/** Data sources stand in every stack that refers to them, and in no other. */
function currentIdentity(): ResourceElement {
  return callerIdentity({
    name: "current",
    comment: "The account that everything is created in; policies name it.",
    arguments: {},
  });
}

function providerPart(context: LoweringContext, contents: StackContents): ProviderPart {
  const { version, regionStyle: style = "alias" } = context.request.provider;
  const defaultRegion = defaultRegionOf(context, contents);
  return {
    requiredProviders: [
      { name: "aws", source: "hashicorp/aws", version: version ?? DEFAULT_PROVIDER_VERSION[style] },
    ],
    placementStyle: style,
    defaultRegion,
    providers: providerRegions(context, contents, defaultRegion).map((region) =>
      lowerProvider(context, region),
    ),
  };
}

/** A stack of one Region is at home there; every other one in the primary Region. */
function defaultRegionOf({ plan }: LoweringContext, { sections }: StackContents): string {
  if (plan.layout !== "regional") return plan.primaryRegion;
  const regions = sortedUnique(
    sections.flatMap(({ elements }) => elements.flatMap(({ region }) => region ?? [])),
  );
  const [only] = regions;
  return regions.length === 1 && only !== undefined ? only : plan.primaryRegion;
}

/**
 * The Regions that get a provider block. All of the deployment, also those in which nothing is left: Terraform
 * needs the block of a Region to remove what was there.
 */
function providerRegions(
  { plan, request }: LoweringContext,
  { sections }: StackContents,
  defaultRegion: string,
): string[] {
  if (request.provider.regionStyle === "argument") return [defaultRegion];
  const regions =
    plan.layout === "regional"
      ? sections.flatMap(({ elements }) => elements.flatMap(({ region }) => region ?? []))
      : plan.regions.map(({ name }) => name);
  const others = plan.regions
    .map(({ name }) => name)
    .filter((name) => regions.includes(name) && name !== defaultRegion);
  return [defaultRegion, ...others];
}
