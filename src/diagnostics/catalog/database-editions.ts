import { error, warning } from "../definition";

const SQL = "https://cloud.google.com/sql/docs";

/** Databases of providers that sell an engine in editions, and keep one replica for a disaster. */
export const databaseEditionDiagnostics = {
  "databases/edition-mismatch": error<{ class: string; edition: string; expected: string }>({
    message: ({ class: given, edition, expected }) =>
      `"${given}" is a machine of edition "${edition}", but the database is of edition "${expected}"`,
    help: ({ edition, expected }) =>
      `choose a machine of edition ${expected}, or write edition: ${edition} with machines of it everywhere`,
    sources: [`${SQL}/postgres/instance-settings`],
  }),
  "databases/edition-not-for-engine": error<{ edition: string; engine: string; from: string | undefined }>({
    message: ({ edition, engine, from }) =>
      from === undefined
        ? `${engine} is not offered in edition "${edition}"`
        : `edition "${edition}" has ${engine} from version ${from} on`,
    help: ({ from }) =>
      from === undefined
        ? "choose a machine of edition enterprise, such as db-custom-4-15360"
        : `use version ${from} or newer, or a machine of edition enterprise, such as db-custom-4-15360`,
    sources: [`${SQL}/postgres/instance-settings`, `${SQL}/sqlserver/instance-settings`],
  }),
  "databases/machine-not-for-engine": error<{ class: string; engine: string; example: string }>({
    message: ({ class: given, engine }) => `"${given}" is a machine that ${engine} does not run on`,
    help: ({ example }) => `choose another one, such as ${example}`,
    sources: [`${SQL}/postgres/machine-series-overview`, `${SQL}/sqlserver/machine-series-overview`],
  }),
  "databases/machine-size": error<{ class: string; problem: string; example: string }>({
    message: ({ class: given, problem }) => `there is no machine "${given}": ${problem}`,
    help: ({ example }) => `write db-custom-<processors>-<MiB of memory>, as in ${example}`,
    sources: [`${SQL}/postgres/create-instance`],
  }),
  "databases/machine-disk": error<{ class: string; type: string; types: readonly string[] }>({
    message: ({ class: given, type, types }) =>
      `machine "${given}" takes disks of type ${types.join(" or ")}, not ${type}`,
    help: ({ types }) => `write storage.type: ${types.join(" or ")}, or choose a machine of another series`,
    sources: [`${SQL}/postgres/machine-series-overview`],
  }),
  "databases/dr-replica": error<{ region: string; problem: string; instead: string }>({
    message: ({ region, problem }) => `no replica in "${region}" can take over in a disaster: ${problem}`,
    help: ({ instead }) => instead,
    sources: [`${SQL}/postgres/use-advanced-disaster-recovery`],
  }),
  "databases/replica-flag": error<{ region: string; flag: string; given: number; least: number }>({
    message: ({ region, flag, given, least }) =>
      `the replicas in ${region} have ${flag} ${given}, the source ${least}: a replica stops when it has less`,
    help: ({ least }) => `write ${least} or more`,
    sources: ["https://www.postgresql.org/docs/current/hot-standby.html", `${SQL}/postgres/replication`],
  }),
  "databases/smaller-dr-replica": warning<{ region: string; what: string }>({
    message: ({ region, what }) =>
      `the replica in "${region}" that takes over in a disaster ${what}: it would carry the load with less`,
    help: () => "give it what the source has, or accept this warning",
    sources: [`${SQL}/postgres/use-advanced-disaster-recovery`],
  }),
  "databases/window-hours": error<{ window: string; product: string }>({
    message: ({ window, product }) =>
      `the window "${window}" does not begin on the hour; ${product} takes only windows that do`,
    help: ({ window }) => `begin it at ${window.replace(/^((?:[A-Za-z]{3}:)?[0-9]{2}).*$/, "$1")}:00`,
    sources: [`${SQL}/postgres/maintenance`, "https://cloud.google.com/alloydb/docs/maintenance"],
  }),
  "databases/parameter-of-field": error<{ parameter: string; field: string }>({
    message: ({ parameter, field }) => `parameter "${parameter}" says what the field ${field} says`,
    help: ({ field }) => `remove it, and write ${field}: true or ${field}: false at the database`,
    sources: [`${SQL}/postgres/iam-authentication`],
  }),
  "databases/client-certificates": error<{ engine: string }>({
    message: ({ engine }) => `${engine} cannot ask clients for a certificate`,
    help: () => "write tls: encrypted, which is the default",
    sources: [`${SQL}/sqlserver/configure-ssl-instance`],
  }),
};
