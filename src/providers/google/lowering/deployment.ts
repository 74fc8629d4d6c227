import type { GoogleProviderConfig } from "@cdktf/provider-google/lib/provider";
import { mustGet } from "../../../base/invariant";
import { sortedBy } from "../../../base/ordering";
import type { PlannedDatabase } from "../../../model/database";
import { toBody } from "../../../terraform/block";
import type {
  ProviderConfiguration,
  RequiredProvider,
  ResourceElement,
  TerraformProgram,
} from "../../../terraform/program";
import { MAIN_SECTION, type StackContents, type WholeProgram } from "../../../terraform/split";
import { lowerRemoteState } from "../../common/backend";
import { databaseFile } from "../../common/files";
import { lowerPrograms, placeIn, type ProviderPart } from "../../common/programs";
import { tagsOf } from "../../common/tags";
import type { LoweringRequest } from "../../provider";
import { engines } from "../catalog/catalog";
import { DEFAULT_PROVIDER_VERSION } from "../catalog/provider-version";
import { dataProject } from "../resources";
import { lowerGlobalDatabase, lowerSingleCluster } from "./alloydb";
import { lowerReadReplicas, lowerSingleInstance } from "./cloud-sql";
import { createContext, type DatabaseContext, type LoweringContext } from "./context";
import { lowerKeys } from "./keys";
import type { LoweredDatabase } from "./lowered-database";

const TIME_VERSION = ">= 0.12.0, < 1.0.0";

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
  const forDatabases: DatabaseContext = {
    ...context,
    keyOf: ({ name, engine }, region) => {
      const ref = context.encryption.keyOf({ database: name, region }, "storage");
      const key = ref && keys.index.get(ref.keySet)?.get(ref.region);
      return { id: key?.id, dependsOn: key?.access.get(mustGet(engines, engine).product) ?? [] };
    },
  };
  const databases = plan.databases.map((database) => ({
    database,
    lowered: lowerDatabase(forDatabases, database),
  }));
  const place = placeIn(plan);
  const main = place("databases", MAIN_SECTION.file, MAIN_SECTION.template);
  return {
    elements: [
      ...[currentProject(context), ...keys.data].map(main),
      ...keys.elements.map(place("keys", "keys", "keys")),
      ...databases.flatMap(({ database, lowered }) =>
        lowered.elements.map(place("databases", databaseFile(database.name), "database")),
      ),
    ],
    variables: sortedBy(
      databases.flatMap(({ lowered }) => lowered.variables),
      ({ name }) => name,
    ),
    outputs: [...keys.outputs, ...databases.flatMap(({ lowered }) => lowered.outputs)],
    remoteState: (stack) => lowerRemoteState(request.terraform, stack),
  };
}

function lowerDatabase(context: DatabaseContext, database: PlannedDatabase): LoweredDatabase {
  switch (database.topology) {
    case "global-database":
      return lowerGlobalDatabase(context, database);
    case "read-replicas":
      return lowerReadReplicas(context, database);
    case "single-region":
      return database.form === "cluster"
        ? lowerSingleCluster(context, database)
        : lowerSingleInstance(context, database);
  }
}

/** Data sources stand in every stack that refers to them, and in no other. */
function currentProject({ project }: LoweringContext): ResourceElement {
  return dataProject({
    name: "this",
    comment: "The project, whose number the service agents are named by.",
    arguments: { projectId: project },
  });
}

function providerPart(context: LoweringContext, contents: StackContents): ProviderPart {
  const required = requiredProviders(context.request, contents);
  return {
    requiredProviders: required,
    placementStyle: "own",
    defaultRegion: context.plan.primaryRegion,
    providers: required
      .map(({ name }) => name)
      .filter((name) => name !== "time")
      .map((name) => lowerProvider(context, name)),
  };
}

/** The block of a provider; every resource says its own location. */
function lowerProvider({ request, plan, project }: LoweringContext, name: string): ProviderConfiguration {
  const { tags, impersonateServiceAccount } = request.provider;
  const args = {
    project,
    region: plan.primaryRegion,
    impersonateServiceAccount,
    defaultLabels: tagsOf(tags ?? {}),
  } satisfies { readonly [K in keyof GoogleProviderConfig]?: unknown };
  return { name, region: plan.primaryRegion, body: toBody(args) };
}

const SOURCES: ReadonlyMap<string, string> = new Map([
  ["google", "hashicorp/google"],
  ["google-beta", "hashicorp/google-beta"],
  ["time", "hashicorp/time"],
]);

/** The providers that a stack needs: google, and those of the service agents where it creates them. */
function requiredProviders(
  { provider }: LoweringRequest,
  { sections }: StackContents,
): readonly RequiredProvider[] {
  const elements = sections.flatMap((section) => section.elements);
  const names = [
    "google",
    ...(elements.some((element) => element.provider === "google-beta") ? ["google-beta"] : []),
    ...(elements.some(({ type }) => type === "time_sleep") ? ["time"] : []),
  ];
  return names.map((name) => ({
    name,
    source: mustGet(SOURCES, name),
    version: name === "time" ? TIME_VERSION : (provider.version ?? DEFAULT_PROVIDER_VERSION),
  }));
}
