import type { Body, BodyItem } from "../../src/terraform/block";
import { toExpression } from "../../src/terraform/expression";
import { mapElements, setArguments, setInBlocks, type Mutation } from "./mutate-modules";
import { mutations as awsMutations } from "./policy-check-mutations";

const SSL = "settings.ipConfiguration.sslMode";
const PUBLIC = "settings.ipConfiguration.ipv4Enabled";
const slow = setArguments({ rotationPeriod: "7776001s" });
const open = setArguments({ member: "allAuthenticatedUsers" });
const unkept = setInBlocks("settings.backupConfiguration.enabled", false);
const isPublic = setInBlocks(PUBLIC, undefined);
const plain = setInBlocks(SSL, "ALLOW_UNENCRYPTED_AND_ENCRYPTED");

const isOpen = addInSettings("ipConfiguration", {
  kind: "blocks",
  name: "authorizedNetworks",
  bodies: [[{ kind: "argument", name: "value", value: toExpression("0.0.0.0/0") }]],
  isList: true,
});

/** For each check of Google's a fault that it must find in the goldens, by the check's identifier. */
export const googleMutations: Readonly<Record<string, Mutation>> = {
  CKV_GCP_43: slow,
  "GCP-0065": slow,
  "CIS-GCP-1.10": slow,
  CKV_GCP_82: mapElements((element) => ({ ...element, lifecycle: {} })),
  CKV_GCP_112: open,
  CKV2_GCP_6: open,
  "CIS-GCP-1.9": open,
  "CIS-GCP-1.11": setArguments({ member: "user:one@acme.example" }),
  CKV_GCP_14: unkept,
  "GCP-0024": unkept,
  "CIS-GCP-6.7": unkept,
  CKV2_GCP_20: setInBlocks("settings.backupConfiguration.binaryLogEnabled", undefined),
  CKV_GCP_6: plain,
  "GCP-0015": plain,
  "CIS-GCP-6.4": plain,
  CKV_GCP_60: isPublic,
  "GCP-0017": isPublic,
  "CIS-GCP-6.6": isPublic,
  CKV_GCP_11: isOpen,
  "CIS-GCP-6.5": isOpen,
  CKV_GCP_79: setArguments({ databaseVersion: "MYSQL_5_7" }),
  CKV2_GCP_7: setArguments({ name: "root" }),
  ...flagFaults(
    ["CKV_GCP_51", "GCP-0025", "log_checkpoints"],
    ["CKV_GCP_52", "GCP-0016", "CIS-GCP-6.2.2", "log_connections"],
    ["CKV_GCP_53", "GCP-0022", "CIS-GCP-6.2.3", "log_disconnections"],
    ["CKV_GCP_54", "GCP-0020", "log_lock_waits"],
    ["CKV_GCP_108", "log_hostname"],
    ["CKV_GCP_109", "CIS-GCP-6.2.6", "log_min_error_statement"],
    ["CKV_GCP_110", "CIS-GCP-6.2.8", "cloudsql.enable_pgaudit"],
    ["CKV_GCP_111", "CIS-GCP-6.2.4", "log_statement"],
    ["CKV2_GCP_13", "log_duration"],
    ["CKV_GCP_55", "GCP-0018", "CIS-GCP-6.2.5", "log_min_messages"],
    ["CKV_GCP_56", "GCP-0014", "log_temp_files"],
    ["CKV_GCP_57", "GCP-0021", "CIS-GCP-6.2.7", "log_min_duration_statement"],
    ["CKV2_GCP_14", "log_executor_stats"],
    ["CKV2_GCP_15", "log_parser_stats"],
    ["CKV2_GCP_16", "log_planner_stats"],
    ["CKV2_GCP_17", "log_statement_stats"],
    ["CIS-GCP-6.2.1", "log_error_verbosity"],
    ["CKV_GCP_50", "GCP-0026", "CIS-GCP-6.1.3", "local_infile"],
    ["CIS-GCP-6.1.2", "skip_show_database"],
    ["CKV_GCP_58", "GCP-0019", "CIS-GCP-6.3.2", "cross db ownership chaining"],
    ["CKV_GCP_59", "GCP-0023", "CIS-GCP-6.3.7", "contained database authentication"],
    ["CIS-GCP-6.3.1", "external scripts enabled"],
    ["CIS-GCP-6.3.5", "remote access"],
    ["CIS-GCP-6.3.6", "3625"],
    ["CIS-GCP-6.3.4", "user options"],
  ),
  ...Object.fromEntries(Object.entries(awsMutations).filter(([id]) => id.startsWith("terraform_"))),
  "keyspan/google-key-of-own-region": mapElements((element) =>
    element.type === "google_sql_database_instance" ? { ...element, region: "asia-east1" } : element,
  ),
  "keyspan/google-agent-before-database": mapElements((element) => ({ ...element, dependsOn: [] })),
  "keyspan/google-keys-alike": mapElements((element, index) => ({
    ...element,
    body: [
      ...element.body.filter(({ name }) => name !== "destroyScheduledDuration"),
      { kind: "argument", name: "destroyScheduledDuration", value: toExpression(`${index}s`) },
    ],
  })),
};

/** Sets the flag that comes last to a value that no check takes for good. */
function flagFaults(...rows: readonly (readonly string[])[]): Readonly<Record<string, Mutation>> {
  return Object.fromEntries(
    rows.flatMap((row) => {
      const flag = row.at(-1) ?? "";
      return row.slice(0, -1).map((id): [string, Mutation] => [id, withFlag(flag)]);
    }),
  );
}

function withFlag(name: string): Mutation {
  const flag = Object.entries({ name, value: "wrong" }).map(([argument, value]): BodyItem => ({
    kind: "argument",
    name: argument,
    value: toExpression(value),
  }));
  // The first of two flags of a name is the one that is looked at.
  return mapElements((element) => ({
    ...element,
    body: inSettings(element.body, (settings) => [
      { kind: "blocks", name: "databaseFlags", bodies: [flag], isList: true },
      ...settings,
    ]),
  }));
}

function addInSettings(block: string, added: BodyItem): Mutation {
  return mapElements((element) => ({
    ...element,
    body: inSettings(element.body, (settings) =>
      settings.map((item) =>
        item.kind === "blocks" && item.name === block
          ? { ...item, bodies: item.bodies.map((body) => [...body, added]) }
          : item,
      ),
    ),
  }));
}

function inSettings(body: Body, change: (settings: Body) => Body): Body {
  return body.map((item) =>
    item.kind === "blocks" && item.name === "settings" ? { ...item, bodies: item.bodies.map(change) } : item,
  );
}
