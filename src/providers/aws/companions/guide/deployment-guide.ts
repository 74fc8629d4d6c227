import type { Companion, GuideSection } from "../../../../terraform/companion";
import type { TerraformProgram } from "../../../../terraform/program";
import { deploymentGuides as assembleGuides } from "../../../common/companions/deployment-guides";
import { section } from "../../../common/companions/guide-parts";
import type { LoweringContext } from "../../lowering-context";
import type { DeployerPolicies } from "../deployer/deployer-policies";
import { accountSections } from "./account-sections";
import { applySections } from "./apply-sections";
import { guideSubject, type GuideSubject } from "./guide-subject";
import { introduction } from "./overview-sections";
import { globalDatabaseRunbook } from "./runbook-global";
import { keyRunbook } from "./runbook-keys";
import { regionRunbook } from "./runbook-regions";
import { readReplicaRunbook } from "./runbook-replicas";
import { upgradeRunbook } from "./runbook-upgrades";

/** The guides of a deployment on AWS. */
export function deploymentGuides(
  context: LoweringContext,
  programs: readonly TerraformProgram[],
  policies: readonly DeployerPolicies[],
): readonly Companion[] {
  const subject = guideSubject(context, programs, policies);
  return assembleGuides(subject.plan, programs, {
    before: [...introduction(subject), ...applySections(subject)],
    after: [...accountSections(subject), ...runbook(subject)],
  });
}

function runbook(subject: GuideSubject): readonly GuideSection[] {
  return section("Runbook", [
    ...globalDatabaseRunbook(subject),
    ...readReplicaRunbook(subject),
    ...upgradeRunbook(subject),
    ...regionRunbook(subject),
    ...keyRunbook(subject),
  ]);
}
