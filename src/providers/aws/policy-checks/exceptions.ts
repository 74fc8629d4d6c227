import type { DatabaseMember, PlannedDatabase } from "../../../model/database";
import type { KeyUse } from "../../../model/key";
import { literalOf } from "../../../terraform/read-body";
import { engines } from "../catalog/catalog";
import type { ResourceElement } from "../../../terraform/program";
import type { DeploymentFacts, PlannedKeyOf } from "../../common/policy-checks/deployment-facts";
import type { CheckException } from "../../common/policy-checks/policy-check";

/*
 * Why checks need not hold, each said once for all tools. What the spec chose is looked up in the plan.
 */

const databaseSays = (
  reason: string,
  says: (database: PlannedDatabase, member: DatabaseMember | undefined) => boolean,
): CheckException => ({
  cause: "spec",
  reason,
  applies: ({ element }, facts) => {
    const database = facts.databaseOf(element);
    return database !== undefined && says(database, facts.memberOf(element)?.member);
  },
});

const keySays = (reason: string, says: (planned: PlannedKeyOf) => boolean): CheckException => ({
  cause: "spec",
  reason,
  applies: ({ element }, facts) => {
    const planned = facts.keyOf(element);
    return planned !== undefined && says(planned);
  },
});

export const rotationOff = keySays(
  "the spec switches rotation off",
  ({ key }) => key.kind !== "replica-key" && key.rotation.kind === "off",
);

/** https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html */
export const rotationImpossible: CheckException = {
  cause: "provider",
  reason: "AWS rotates symmetric encryption keys only",
  applies: ({ element }) => (literalOf(element.body, "customerMasterKeySpec") ?? undefined) !== undefined,
};

export const keyDisabled = keySays("the spec disables the key", ({ key }) => !key.settings.enabled);

export const keyUnprotected = keySays("the spec says protect: false", ({ key }) => !key.protect);

export const awsOwnedKey: CheckException = {
  cause: "spec",
  reason:
    "the key set is aws-owned: AWS encrypts every new cluster with a key of its own that cannot be named",
  applies: ({ element }, facts) => {
    const planned = facts.memberOf(element);
    return planned !== undefined && facts.keySetFor(planned, "storage")?.strategy === "provider-owned";
  },
};

/** Where the spec names no customer managed key for a use, AWS's own key of the Region serves. */
export const awsKeyFor = (use: KeyUse, noun: string): CheckException => ({
  cause: "spec",
  reason: `the spec names no customer managed key for ${noun}: AWS encrypts with its own`,
  applies: ({ element }, facts) => {
    const planned = facts.memberOf(element);
    if (planned === undefined) return false;
    const strategy = facts.keySetFor(planned, use)?.strategy;
    return strategy === undefined || strategy === "provider-managed" || strategy === "provider-owned";
  },
});

export const awsManagedKey = awsKeyFor("storage", "its storage");
export const awsKeyForInsights = awsKeyFor("insights", "Performance Insights");
export const awsKeyForLogs = awsKeyFor("logs", "its logs");

/** A copy in the database's own Region keeps AWS's own key where the key set has no other. */
export const awsManagedCopy: CheckException = {
  cause: "spec",
  reason: "the key set is aws-managed: AWS encrypts the copy with its own key",
  applies: (_, { plan }) =>
    plan.encryption.some(
      ({ use, key }) =>
        use === "snapshot-copy" &&
        plan.keySets.some(({ name, strategy }) => name === key.keySet && strategy === "provider-managed"),
    ),
};

export const deletionAllowed = databaseSays(
  "the spec says deletionProtection: false",
  ({ deletionProtection }) => !deletionProtection,
);

export const withoutIam = databaseSays(
  "the spec says iamAuthentication: false",
  ({ iamAuthentication, engine, engineVersion }) => {
    const facts = engines.get(engine);
    const isPossible = facts?.supportsIamAuthenticationOf(engineVersion).supported;
    return !iamAuthentication && facts?.supportsIamAuthentication === true && isPossible === true;
  },
);

export const iamUnsupported: CheckException = {
  cause: "provider",
  reason: "this version of the engine cannot sign in with IAM",
  applies: ({ element }, facts) => {
    const database = facts.databaseOf(element);
    if (database === undefined) return false;
    const support = engines.get(database.engine)?.supportsIamAuthenticationOf(database.engineVersion);
    return support?.supported === false;
  },
};

export const insightsOff: CheckException = {
  cause: "spec",
  reason: "the spec says performanceInsights: false",
  applies: ({ element }, facts) =>
    facts.databaseOf(element)?.monitoring.insights.kind === "off" && mayHaveInsights(element, facts) === true,
};

export const insightsUnsupported: CheckException = {
  cause: "provider",
  reason: "the engine has no Performance Insights on this instance class",
  applies: ({ element }, facts) => mayHaveInsights(element, facts) === false,
};

function mayHaveInsights(element: ResourceElement, facts: DeploymentFacts): boolean | undefined {
  const instanceClass = literalOf(element.body, "instanceClass");
  const engine = engines.get(facts.databaseOf(element)?.engine ?? "");
  return engine?.supportsInsights(typeof instanceClass === "string" ? instanceClass : "");
}

export const enhancedMonitoringOff = databaseSays(
  "the spec says enhancedSeconds: 0",
  ({ monitoring }) => monitoring.enhancedSeconds === 0,
);

export const minorUpgradesOff = databaseSays(
  "the spec says autoMinorVersionUpgrade: false",
  ({ autoMinorVersionUpgrade }) => !autoMinorVersionUpgrade,
);

export const standbyUnsupported: CheckException = {
  cause: "provider",
  reason: "AWS has no standby for it",
  applies: ({ element }, facts) => {
    const planned = facts.memberOf(element);
    const engine = engines.get(planned?.database.engine ?? "");
    if (planned === undefined || engine?.supportsMultiAz !== true) return false;
    const { member, database } = planned;
    if (member.kind === "replica" && engine.replicas?.supportsMultiAz === false) return true;
    return !engine.supportsMultiAzOf(database.engineVersion).supported;
  },
};

export const singleZone = databaseSays(
  "the spec says multiAz: false",
  (_, member) => member !== undefined && member.kind !== "cluster" && !member.multiAz,
);

export const versionChosen = databaseSays(
  "the spec pins the engine version",
  ({ engineVersion }) => engineVersion !== "",
);

/** `needed` of the log types are not exported because the spec lists others. */
export const logsChosen = (needed: (engine: string) => readonly string[]): CheckException =>
  databaseSays("the spec chooses which logs are exported", ({ monitoring, engine }) =>
    needed(engine).some((log) => !monitoring.logs.exports.includes(log)),
  );

export const logsOff = databaseSays(
  "the spec says logExports: []",
  ({ monitoring }) => monitoring.logs.exports.length === 0,
);

export const logRetentionChosen = (days: number): CheckException =>
  databaseSays(
    "the spec keeps logs for a shorter time",
    ({ monitoring }) => (monitoring.logs.retentionDays ?? Infinity) < days,
  );

export const backupRetentionChosen = (days: number): CheckException =>
  databaseSays("the spec keeps backups for a shorter time", ({ backup }) => backup.retentionDays < days);

/** A parameter has the value that the spec gave it. */
export const parameterChosen = (names: readonly string[]): CheckException =>
  databaseSays("the spec sets the parameter", (_, member) =>
    names.some((name) => member?.parameters[name] !== undefined),
  );

/** No parameter of these names belongs to the engine's safe set: this version does not have them. */
export const parameterUnknown = (names: readonly string[]): CheckException => ({
  cause: "provider",
  reason: "this version of the engine does not have the parameter",
  applies: ({ element }, facts) => {
    const database = facts.databaseOf(element);
    if (database === undefined) return false;
    const safe = engines.get(database.engine)?.safeParameters(database.engineVersion) ?? [];
    return !safe.some(({ name }) => names.includes(name));
  },
});

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html */
export const replicaWithoutBackups: CheckException = {
  cause: "provider",
  reason: "AWS takes no backups of a read replica of this engine",
  applies: ({ element }, facts) => {
    const planned = facts.memberOf(element);
    if (planned?.member.kind !== "replica") return false;
    const { engine, engineVersion } = planned.database;
    return engines.get(engine)?.replicas?.hasBackups(engineVersion) !== true;
  },
};

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.limitations.html */
export const globalWithoutBacktrack: CheckException = {
  cause: "provider",
  reason: "AWS supports no backtracking in an Aurora Global Database",
  applies: ({ element }, facts) => facts.databaseOf(element)?.topology === "global-database",
};

export const backtrackOff = databaseSays(
  "the spec says backtrackHours: 0",
  (database) =>
    database.topology === "single-region" && database.form === "cluster" && database.backtrackHours === 0,
);

export const withoutBackupPlan: CheckException = {
  cause: "design",
  reason: "automated backups are kept; plans of AWS Backup belong to the account",
  applies: (_, { plan }) => plan.databases.length > 0,
};

export const eventsElsewhere: CheckException = {
  cause: "design",
  reason: "event subscriptions belong to the account, which has one for all its databases",
  applies: (_, { plan }) => plan.databases.length > 0,
};

export const subnetsElsewhere: CheckException = {
  cause: "design",
  reason: "subnets and their routes are made elsewhere: only their identifiers are known here",
  applies: (_, { plan }) => plan.databases.length > 0,
};

export const standardPort: CheckException = {
  cause: "design",
  reason: "the engine's standard port, which clients expect; the spec's port changes it",
  applies: ({ element }, facts) => {
    const database = facts.databaseOf(element);
    return database !== undefined && database.port === engines.get(database.engine)?.standardPort;
  },
};

export const fewInstances = databaseSays(
  "the spec asks for less than two instances here",
  (_, member) => member?.kind === "cluster" && member.instanceIdentifiers.length < 2,
);

export const untagged: CheckException = {
  cause: "spec",
  reason: "the spec has no tags for it",
  applies: ({ element }, facts) => {
    const tags = facts.memberOf(element)?.member.tags ?? facts.databaseOf(element)?.tags ?? {};
    return Object.keys(tags).length === 0;
  },
};
