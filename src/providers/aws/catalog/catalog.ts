import type { KeyStrategy } from "../../../model/key";
import type { ProviderCatalog } from "../../../model/provider-catalog";
import { parseKeyIdentifier, parsePrincipal } from "./arns";
import { auroraMysql } from "./aurora-mysql";
import { auroraPostgresql } from "./aurora-postgresql";
import type { AwsEngine } from "./engine";
import { limits } from "./limits";
import { regions } from "./regions";

/** The engines of RDS and Aurora, by their `engine` name. */
export const engines: ReadonlyMap<string, AwsEngine> = new Map(
  [auroraMysql, auroraPostgresql].map((engine) => [engine.name, engine]),
);

const STRATEGIES: ReadonlyMap<string, KeyStrategy> = new Map([
  ["single-region", "single-region"],
  ["multi-region", "multi-region"],
  ["aws-managed", "provider-managed"],
  ["existing", "existing"],
]);

/** What the neutral stages may know of AWS. */
export const awsCatalog: ProviderCatalog = {
  title: "AWS",
  regions,
  engines,
  limits,
  defaults: {
    rotationPeriodDays: 365,
    deletionWindowDays: 30,
    backupRetentionDays: 14,
    insightsRetentionDays: 7,
    enhancedMonitoringSeconds: 60,
    logRetentionDays: 365,
    clusterInstances: 2,
    masterUsername: "dbadmin",
  },
  strategies: STRATEGIES,
  directUsePurposes: ["client-side-encryption"],
  servicePurposes: ["database", "logs"],
  instanceClassProblem: (instanceClass) => {
    if (!/^db\.[a-z0-9-]+\.[a-z0-9-]+$/.test(instanceClass)) {
      return instanceClass === "db.serverless" ? { kind: "serverless" } : { kind: "malformed" };
    }
    return /^db\.t[0-9]/.test(instanceClass) ? { kind: "burstable" } : undefined;
  },
  parseKeyIdentifier,
  parsePrincipal,
  isReservedAlias: (alias) => alias === "aws" || alias.startsWith("aws/"),
  identifier: {
    isValid: (text) => /^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(text) && !text.includes("--"),
    form: "a lower-case letter, then lower-case letters, digits and single `-`, not ending in `-`",
  },
  databaseName: {
    isValid: (text) => /^[A-Za-z][A-Za-z0-9_]*$/.test(text),
    form: "a letter, then letters, digits and `_`",
  },
  masterUsername: {
    isValid: (text) => /^[A-Za-z][A-Za-z0-9_]*$/.test(text),
    form: "a letter, then letters, digits and `_`",
  },
};
