import type { Finding, ResourceTransition } from "../../../terraform/live-behaviour";
import { availabilityFindings } from "./availability-findings";
import { keptKeyFindings } from "./kept-key-findings";
import { keyOrderFindings } from "./key-order-findings";
import { lossFindings } from "./loss-findings";
import { refusalFindings } from "./refusal-findings";
import { roleFindings } from "./role-findings";
import { securityFindings } from "./security-findings";

/** What a reviewer must know of one AWS resource, beside what Terraform's plan would show. */
export function findingsOf(
  transition: ResourceTransition,
  all: readonly ResourceTransition[],
): readonly Finding[] {
  return [
    ...lossFindings(transition, all),
    ...keptKeyFindings(transition, all),
    ...keyOrderFindings(transition, all),
    ...refusalFindings(transition),
    ...roleFindings(transition),
    ...securityFindings(transition),
    ...availabilityFindings(transition, all),
  ];
}
