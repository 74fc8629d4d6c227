import { regionNames } from "../../../base/names";
import type { PlannedDatabase } from "../../../model/database";
import { atKey, type Rule, type RuleContext } from "../../../rules/rule";
import { engines } from "../catalog/catalog";
import type { GoogleEngine } from "../catalog/engine";

interface Subject {
  readonly engine: GoogleEngine;
  readonly database: PlannedDatabase;
}

const isSql = ({ engine }: Subject) => engine.product === "cloud-sql";

/** Fields that only some databases of Google Cloud have a use for. */
const FIELDS: readonly {
  readonly field: readonly string[];
  readonly applies: (subject: Subject) => boolean;
  readonly what: string;
}[] = [
  { field: ["edition"], applies: isSql, what: "Cloud SQL; AlloyDB has no editions" },
  { field: ["caCertificate"], applies: isSql, what: "Cloud SQL; AlloyDB has one certificate authority" },
  {
    field: ["backup", "finalSnapshot"],
    applies: isSql,
    what: "Cloud SQL; AlloyDB takes no backup when a cluster is deleted",
  },
  {
    field: ["drReplica"],
    applies: ({ database }) => database.topology === "read-replicas",
    what: 'topology "read-replicas"',
  },
  {
    field: ["masterUsername"],
    applies: ({ database }) => database.masterPassword !== "none",
    what: 'databases with a master user, whose masterPassword is not "none"',
  },
];

/** A field that a database has no use for is refused: it would silently do nothing. */
export const fieldAppliesRule: Rule = (context) => {
  for (const [name, database] of context.resolved.databases) {
    const engine = engines.get(database.engine);
    // About a topology that the engine does not have enough has been said.
    if (engine?.topologies.includes(database.topology) !== true) continue;
    const subject = { engine, database };
    for (const { field, applies, what } of FIELDS) {
      const path = ["databases", name, ...field];
      if (!context.isWritten(path) || applies(subject)) continue;
      context.report("databases/field-not-applicable", { field: String(field.at(-1)), what }, atKey(path));
    }
    checkTls(context, subject);
    checkFlagsOfFields(context, subject);
    checkFlagsOfSecondaries(context, database);
  }
};

function checkTls({ report }: RuleContext, { engine, database }: Subject): void {
  if (database.tls !== "client-certificate" || engine.supportsClientCertificates) return;
  report("databases/client-certificates", { engine: engine.name }, ["databases", database.name, "tls"]);
}

/** What a field says is not said once more by a flag, and perhaps otherwise. */
function checkFlagsOfFields({ spec, report }: RuleContext, { engine, database }: Subject): void {
  const { iamFlag: flag } = engine;
  if (flag === undefined) return;
  const path = ["databases", database.name];
  const { parameters, regions } = spec.databases?.[database.name] ?? {};
  const groups = [
    { own: parameters, at: path },
    ...regionNames(regions).map((region) => ({
      own: regions?.[region]?.parameters,
      at: [...path, "regions", region],
    })),
  ];
  for (const { own, at } of groups) {
    if (own?.[flag] === undefined) continue;
    const place = atKey([...at, "parameters", flag]);
    report("databases/parameter-of-field", { parameter: flag, field: "iamAuthentication" }, place);
  }
}

/** A secondary cluster has the flags of its primary cluster. */
function checkFlagsOfSecondaries({ spec, report }: RuleContext, { name, topology }: PlannedDatabase): void {
  if (topology !== "global-database") return;
  const regions = spec.databases?.[name]?.regions;
  for (const region of regionNames(regions)) {
    if (region === spec.primaryRegion || regions?.[region]?.parameters === undefined) continue;
    report(
      "databases/field-not-applicable",
      { field: "parameters", what: "primary clusters; a secondary cluster has the flags of its primary one" },
      atKey(["databases", name, "regions", region, "parameters"]),
    );
  }
}
