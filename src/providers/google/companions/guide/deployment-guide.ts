import { isManagedKey, type KeySet, type PlannedKey } from "../../../../model/key";
import type { Companion, GuideSection } from "../../../../terraform/companion";
import { deploymentGuides as assembleGuides } from "../../../common/companions/deployment-guides";
import { code, section } from "../../../common/companions/guide-parts";
import { overviewSections } from "../../../common/companions/overview";
import { applySections } from "./apply-sections";
import { fullKeyName, type GuideSubject } from "./guide-subject";
import { prerequisites } from "./prerequisites";
import { alloydbRunbook } from "./runbook-alloydb";
import { cloudSqlRunbook } from "./runbook-cloud-sql";
import { keyRunbook } from "./runbook-keys";
import { regionRunbook } from "./runbook-regions";

/** The guides of a deployment on Google Cloud. */
export function deploymentGuides(subject: GuideSubject): readonly Companion[] {
  const { plan, encryption, programs } = subject;
  const overview = overviewSections({
    plan,
    encryption,
    nameHeading: "full name",
    nameOf: (keySet, key) => nameOf(subject, keySet, key),
    useWords: USE_WORDS,
  });
  return assembleGuides(plan, programs, {
    before: [...overview, ...prerequisites(subject), ...applySections(subject)],
    after: runbook(subject),
  });
}

function nameOf(subject: GuideSubject, keySet: KeySet, key: PlannedKey): string {
  if (isManagedKey(key)) return code(fullKeyName(subject, keySet, key));
  return key.kind === "existing-key" ? code(key.id) : "none";
}

/** Storage is all that a key is named for: what comes with it has the same key. */
const USE_WORDS = {
  storage: "storage and backups",
  insights: "query insights",
  logs: "logs",
  secret: "secrets",
  "backup-replication": "replicated backups",
  "snapshot-copy": "snapshot copy",
} as const;

function runbook(subject: GuideSubject): readonly GuideSection[] {
  return section("Runbook", [
    ...alloydbRunbook(subject),
    ...cloudSqlRunbook(subject),
    ...regionRunbook(subject),
    ...keyRunbook(subject),
  ]);
}
