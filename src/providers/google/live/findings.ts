import type { Finding, ResourceTransition } from "../../../terraform/live-behaviour";
import { applyOrderFindings } from "../../common/live/apply-order-findings";
import { accessFindings } from "./access-findings";
import { availabilityFindings } from "./availability-findings";
import { backupFindings } from "./backup-findings";
import { flagFindings } from "./flag-findings";
import { lossFindings } from "./loss-findings";
import { refusedFindings } from "./refused-findings";
import { roleFindings } from "./role-findings";
import { securityFindings } from "./security-findings";

/** What a reviewer must know of one resource of Google Cloud, beside what Terraform's plan would show. */
export function findingsOf(
  transition: ResourceTransition,
  all: readonly ResourceTransition[],
): readonly Finding[] {
  return [
    ...lossFindings(transition),
    ...refusedFindings(transition, all),
    ...accessFindings(transition),
    ...securityFindings(transition),
    ...flagFindings(transition),
    ...backupFindings(transition),
    ...availabilityFindings(transition),
    ...roleFindings(transition),
    ...(transition.before?.type === "google_kms_crypto_key" ? applyOrderFindings(transition, all, "id") : []),
  ];
}
