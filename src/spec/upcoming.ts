import type { SpecPath } from "./spec-node";

/*
 * The parts of the language (docs/language.md) that this version does not compile yet. They are refused by
 * name, so that nobody believes them to be in force; a `*` stands for any name.
 */

const FIELDS: readonly (readonly [parent: string, fields: readonly string[]])[] = [
  ["provider", ["regionStyle"]],
  ["terraform.backend", ["remote"]],
  ["keys.*", ["aliases", "spec", "usage", "origin", "grants"]],
  ["keys.*.policy", ["snapshotAccounts", "organizationId", "allowedReplicaRegions", "statements"]],
  ["keys.*.overrides.*", ["aliases", "grants"]],
  [
    "keys.*.overrides.*.policy",
    ["snapshotAccounts", "organizationId", "allowedReplicaRegions", "statements"],
  ],
  [
    "databases.*",
    [
      ...[
        "licenseModel",
        "characterSet",
        "timeZone",
        "replicaMode",
        "serverless",
        "storage",
        "multiAz",
        "replicas",
      ],
      ...[
        "snapshotCopies",
        "shareSnapshotsWith",
        "maintenanceWindow",
        "autoMinorVersionUpgrade",
        "caCertificate",
      ],
      ...["secretKey", "iamAuthentication", "backtrackHours", "adopt"],
    ],
  ],
  ["databases.*.backup", ["window", "finalSnapshot", "replicateTo"]],
  ["databases.*.regions.*", ["replicas", "headless", "key", "parameters"]],
];

const VALUES: readonly (readonly [path: string, values: readonly string[]])[] = [
  ["keys.*.strategy", ["aws-owned"]],
  ["keys.*.purpose.*", ["signing", "mac", "secrets"]],
  ["terraform.layout", ["layered", "regional"]],
  ["databases.*.topology", ["read-replicas", "single-region"]],
  [
    "databases.*.engine",
    [
      ...["postgres", "mysql", "mariadb", "oracle-ee", "oracle-ee-cdb", "oracle-se2"],
      ...["sqlserver-ee", "sqlserver-se", "sqlserver-web", "db2-ae", "db2-se"],
    ],
  ],
];

/** Whether the field at this path belongs to the language and is still to come. */
export function isUpcomingField(path: SpecPath): boolean {
  const field = String(path.at(-1));
  return FIELDS.some(([parent, fields]) => matches(parent, path.slice(0, -1)) && fields.includes(field));
}

/** Whether the value at this path belongs to the language and is still to come. */
export function isUpcomingValue(path: SpecPath, value: string): boolean {
  return VALUES.some(([pattern, values]) => matches(pattern, path) && values.includes(value));
}

function matches(pattern: string, path: SpecPath): boolean {
  const steps = pattern.split(".");
  return steps.length === path.length && steps.every((step, index) => step === "*" || step === path[index]);
}
