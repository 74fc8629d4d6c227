import { compareText } from "../../base/ordering";
import { regionsOf, type PlannedDatabase } from "../../model/database";
import { regionNames } from "../../base/names";
import type { EngineFacts, VersionSupport } from "../../model/engine";
import type { DatabaseSpec } from "../../spec/schema/database";
import type { SpecPath } from "../../spec/spec-node";
import { related, type Rule, type RuleContext } from "../rule";

/** The engine has the topology, and its version is new enough for it. */
export const topologyRule: Rule = (context) => {
  const { resolved, catalog, report } = context;
  for (const [name, database] of resolved.databases) {
    const engine = catalog.engines.get(database.engine);
    if (engine === undefined) continue;
    const { engineVersion: version, topology } = database;
    if (!engine.topologies.includes(topology)) {
      const parameters = { engine: engine.name, topology, possible: engine.topologies };
      report("databases/topology-not-for-engine", parameters, ["databases", name, "topology"]);
      continue;
    }
    const path = ["databases", name, "engineVersion"];
    if (!engine.version.isValid(version)) {
      report(
        "databases/engine-version-form",
        { version, engine: engine.name, form: engine.version.form },
        path,
      );
      continue;
    }
    const support = engine.supportsTopology(topology, version);
    if (!support.supported) {
      const parameters = {
        version,
        engine: engine.name,
        feature: `topology "${topology}"`,
        minimum: support.minimum,
      };
      report("databases/engine-version-too-old", parameters, path);
      continue;
    }
    if (!engine.knowsVersion(version))
      report("databases/support-unverified", { what: `version ${version} of ${engine.name}` }, path);
    checkRegions(context, database, engine);
    checkFeatures(context, database, engine);
    if (topology === "global-database" && database.writeForwarding) {
      const forwarding = engine.supportsWriteForwarding(version);
      if (forwarding.supported) continue;
      const parameters = { version, engine: engine.name, minimum: forwarding.minimum };
      report("databases/write-forwarding-version", parameters, ["databases", name, "writeForwarding"]);
    }
  }
};

/** Of several Regions that ask for a later version, the one that asks for the latest is told. */
function checkRegions(
  { report, isSetAside }: RuleContext,
  database: PlannedDatabase,
  engine: EngineFacts,
): void {
  const { name, engineVersion: version } = database;
  if (database.topology !== "global-database" || isSetAside(["databases", name, "regions"])) return;
  const [latest] = regionsOf(database)
    .map((region) => ({ region, ...engine.supportsGlobalDatabaseIn(region, version) }))
    .filter(({ supported }) => !supported)
    .sort((a, b) => compareText(b.minimum, a.minimum));
  if (latest === undefined) return;
  const feature = `topology "global-database" in ${latest.region}`;
  const parameters = { version, engine: engine.name, feature, minimum: latest.minimum };
  report("databases/engine-version-too-old", parameters, ["databases", name, "engineVersion"]);
}

/** Something that an engine has only from some version on. */
interface VersionFeature {
  readonly feature: string;
  /** Where the spec asks for it; undefined: nowhere. */
  readonly asked: SpecPath | undefined;
  readonly support: VersionSupport;
}

/** What the spec asks for, and the engine has only from some version on. */
function checkFeatures(
  { spec, report }: RuleContext,
  { name, engineVersion: version }: PlannedDatabase,
  engine: EngineFacts,
): void {
  const written = spec.databases?.[name];
  if (written === undefined) return;
  for (const { asked, support, feature } of featuresOf(written, engine)) {
    if (asked === undefined || support.supported) continue;
    report(
      "databases/engine-version-too-old",
      { version, engine: engine.name, feature, minimum: support.minimum },
      ["databases", name, "engineVersion"],
      [related(`${feature} is asked for here`, ["databases", name, ...asked])],
    );
  }
}

function featuresOf(written: DatabaseSpec, engine: EngineFacts): readonly VersionFeature[] {
  const { engineVersion: version, serverless } = written;
  const when = (isAsked: boolean, path: SpecPath) => (isAsked ? path : undefined);
  const serverlessSupport = engine.supportsServerlessOf(version);
  return [
    {
      feature: "serverless capacity",
      asked: when(serverless !== undefined && engine.supportsServerless, ["serverless"]),
      support: serverlessSupport,
    },
    ...engine.capacities.map(({ feature, isAsked, supportedBy }) => ({
      feature,
      asked: when(
        serverless !== undefined &&
          serverlessSupport.supported &&
          isAsked(serverless.minCapacity, serverless.maxCapacity),
        ["serverless"],
      ),
      support: supportedBy(version),
    })),
    {
      feature: "a standby in a second Availability Zone",
      asked: engine.supportsMultiAz ? placeOfStandby(written) : undefined,
      support: engine.supportsMultiAzOf(version),
    },
    {
      feature: "signing in with IAM",
      asked: when(written.iamAuthentication === true && engine.supportsIamAuthentication, [
        "iamAuthentication",
      ]),
      support: engine.supportsIamAuthenticationOf(version),
    },
  ];
}

function placeOfStandby({ multiAz, regions }: DatabaseSpec): SpecPath | undefined {
  if (multiAz === true) return ["multiAz"];
  const region = regionNames(regions).find((one) => regions?.[one]?.multiAz === true);
  return region === undefined ? undefined : ["regions", region, "multiAz"];
}
