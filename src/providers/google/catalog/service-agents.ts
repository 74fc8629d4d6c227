import type { DatabaseProduct } from "./engine";
import { serviceAgentWaitSeconds } from "./limits";

/*
 * Google's services use a key as their service agents, one for each service and project. An agent is made at the
 * first use of its service: https://cloud.google.com/iam/docs/service-agents.
 */

/** A service whose agent uses keys. */
export type KeyUsingService = DatabaseProduct | "secret-manager";

/** The agent of a service. */
export interface ServiceAgent {
  /** The service that it belongs to, as it is enabled. */
  readonly service: string;
  /** The host of its e-mail address. */
  readonly host: string;
  /** For people. */
  readonly title: string;
  /** How long an agent that was just created is refused as a member of a policy. */
  readonly waitSeconds: number;
}

const AGENTS: Readonly<Record<KeyUsingService, ServiceAgent>> = {
  "cloud-sql": {
    service: "sqladmin.googleapis.com",
    host: "gcp-sa-cloud-sql.iam.gserviceaccount.com",
    title: "Cloud SQL",
    waitSeconds: serviceAgentWaitSeconds["cloud-sql"],
  },
  alloydb: {
    service: "alloydb.googleapis.com",
    host: "gcp-sa-alloydb.iam.gserviceaccount.com",
    title: "AlloyDB",
    waitSeconds: serviceAgentWaitSeconds.alloydb,
  },
  "secret-manager": {
    service: "secretmanager.googleapis.com",
    host: "gcp-sa-secretmanager.iam.gserviceaccount.com",
    title: "Secret Manager",
    // No module of Google's creates this one; it is taken for as quick as that of AlloyDB.
    waitSeconds: serviceAgentWaitSeconds.alloydb,
  },
};

/** What is known of the agent of a service. */
export function agentOf(service: KeyUsingService): ServiceAgent {
  return AGENTS[service];
}
