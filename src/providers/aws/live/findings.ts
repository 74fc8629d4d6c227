import type { Finding, ResourceTransition } from "../../../terraform/live-behaviour";
import { applyOrderFindings } from "../../common/live/apply-order-findings";
import { availabilityFindings } from "./availability-findings";
import { keptKeyFindings } from "./kept-key-findings";
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
    ...refusalFindings(transition),
    ...roleFindings(transition),
    ...securityFindings(transition),
    ...availabilityFindings(transition, all),
    ...(isKey(transition) ? applyOrderFindings(transition, all, "arn") : []),
  ];
}

function isKey({ before }: ResourceTransition): boolean {
  return before !== undefined && /^aws_kms_.*key$/.test(before.type);
}
