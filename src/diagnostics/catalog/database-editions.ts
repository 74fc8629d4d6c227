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
  "databases/dr-replica": error<{ region: string; problem: string; instead: string }>({
    message: ({ region, problem }) => `no replica in "${region}" can take over in a disaster: ${problem}`,
    help: ({ instead }) => instead,
    sources: [`${SQL}/postgres/use-advanced-disaster-recovery`],
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
  "databases/client-certificates": error<{ engine: string }>({
    message: ({ engine }) => `${engine} cannot ask clients for a certificate`,
    help: () => "write tls: encrypted, which is the default",
    sources: [`${SQL}/sqlserver/configure-ssl-instance`],
  }),
};
