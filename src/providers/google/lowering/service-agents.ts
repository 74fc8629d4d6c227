import { template, type Expression } from "../../../terraform/expression";
import { toIdentifier } from "../../../terraform/names";
import type { ResourceElement } from "../../../terraform/program";
import { agentOf, type KeyUsingService } from "../catalog/service-agents";
import { projectServiceIdentity, timeSleep } from "../resources";
import type { LoweringContext } from "./context";

/** A service agent as a grant on a key names it, and what must be there before. */
export interface LoweredAgent {
  readonly member: Expression<string>;
  readonly elements: readonly ResourceElement[];
  readonly dependsOn: readonly ResourceElement[];
}

/** The agent of a service: one that stands, or one that is created, which then needs some time. */
export function lowerAgent(context: LoweringContext, service: KeyUsingService): LoweredAgent {
  const { request, project, projectNumber } = context;
  const { service: api, host, title, waitSeconds } = agentOf(service);
  if (request.provider.serviceAgents !== "create")
    return { member: template`serviceAccount:service-${projectNumber}@${host}`, elements: [], dependsOn: [] };
  const name = toIdentifier(service);
  const identity = projectServiceIdentity({
    name,
    provider: "google-beta",
    comment: `The service agent of ${title}, which uses the keys.`,
    arguments: { project, service: api },
  });
  const sleep = timeSleep({
    name: toIdentifier(name, "agent"),
    comment: `A new service agent is refused as a member for some time.`,
    arguments: { createDuration: `${waitSeconds}s` },
    dependsOn: [identity],
  });
  return { member: identity.attribute("member"), elements: [identity, sleep], dependsOn: [sleep] };
}
