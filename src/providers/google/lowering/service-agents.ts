import type { DatabaseProduct } from "../catalog/engine";
import { serviceAgentWaitSeconds } from "../catalog/limits";
import { template, type Expression } from "../../../terraform/expression";
import { toIdentifier } from "../../../terraform/names";
import type { ResourceElement } from "../../../terraform/program";
import { projectServiceIdentity, timeSleep } from "../resources";
import type { LoweringContext } from "./context";

/*
 * Google's services use a key as their service agents, one for each service and project. An agent is made at the
 * first use of its service: https://cloud.google.com/iam/docs/service-agents.
 */

/** A service whose agent uses keys. */
export type KeyUsingService = DatabaseProduct | "secret-manager";

interface Agent {
  /** The service that it belongs to. */
  readonly service: string;
  /** The host of its e-mail address, without the common end. */
  readonly host: string;
  /** For people. */
  readonly title: string;
}

const AGENTS: Readonly<Record<KeyUsingService, Agent>> = {
  "cloud-sql": { service: "sqladmin.googleapis.com", host: "gcp-sa-cloud-sql", title: "Cloud SQL" },
  alloydb: { service: "alloydb.googleapis.com", host: "gcp-sa-alloydb", title: "AlloyDB" },
  "secret-manager": {
    service: "secretmanager.googleapis.com",
    host: "gcp-sa-secretmanager",
    title: "Secret Manager",
  },
};

/** What is known of the agent of a service. */
export function agentOf(service: KeyUsingService): Agent {
  return AGENTS[service];
}

/** The agent as a member of an IAM policy. */
export function agentMember(
  { projectNumber }: LoweringContext,
  service: KeyUsingService,
): Expression<string> {
  const { host } = AGENTS[service];
  return template`serviceAccount:service-${projectNumber}@${host}.iam.gserviceaccount.com`;
}

/** A service agent as a grant on a key names it, and what must be there before. */
export interface LoweredAgent {
  readonly member: Expression<string>;
  readonly elements: readonly ResourceElement[];
  readonly dependsOn: readonly ResourceElement[];
}

/** The agent of a service: one that stands, or one that is created, which then needs some time. */
export function lowerAgent(context: LoweringContext, service: KeyUsingService): LoweredAgent {
  if (context.request.provider.serviceAgents !== "create")
    return { member: agentMember(context, service), elements: [], dependsOn: [] };
  const { service: api, title } = AGENTS[service];
  const name = toIdentifier(service);
  const identity = projectServiceIdentity({
    name,
    provider: "google-beta",
    comment: `The service agent of ${title}, which uses the keys.`,
    arguments: { project: context.project, service: api },
  });
  const seconds =
    service === "secret-manager" ? serviceAgentWaitSeconds.alloydb : serviceAgentWaitSeconds[service];
  const sleep = timeSleep({
    name: toIdentifier(name, "agent"),
    comment: `A new service agent is refused as a member for some time.`,
    arguments: { createDuration: `${seconds}s` },
    dependsOn: [identity],
  });
  return { member: identity.attribute("member"), elements: [identity, sleep], dependsOn: [sleep] };
}
