import { isPresent } from "../../../../base/present";
import type { Companion } from "../../../../terraform/companion";
import { checkDatabaseRelations, checkDatabaseSettings } from "./check-databases";
import { checkEncryption } from "./check-encryption";
import { checkKeyRelations, checkKeySettings } from "./check-keys";
import { checkMonitoring } from "./check-monitoring";
import { checkPlaces } from "./check-places";
import { mocks, ownNames } from "./mocks";
import type { TestSubject } from "./subject";
import { planRun } from "../../../common/companions/test-block";

/**
 * The tests of a root module, for `terraform test`: plans with providers that are mocked, so that they need no
 * account. They hold the files against what the spec asks for, also after somebody has edited them.
 * https://developer.hashicorp.com/terraform/language/tests/mocking
 */
export function moduleTests(subject: TestSubject): readonly Companion[] {
  const runs = [
    planRun(
      "regions",
      "Everything is created in its own Region: the mocked provider of a Region answers with ARNs of that Region.",
      [],
      checkPlaces(subject),
    ),
    planRun(
      "keys",
      "Each key has an ARN of its own here, so that the key of another Region or key set is noticed.",
      ownNames(subject),
      [...checkKeyRelations(subject), ...checkEncryption(subject), ...checkDatabaseRelations(subject)],
    ),
    planRun(
      "settings",
      "Keys and databases are as safe as the spec asks for.",
      [],
      [...checkKeySettings(subject), ...checkDatabaseSettings(subject), ...checkMonitoring(subject)],
    ),
  ].filter(isPresent);
  if (runs.length === 0) return [];
  return [
    {
      kind: "test",
      path: `${subject.program.folder}/tests/keyspan.tftest.hcl`,
      blocks: [...mocks(subject), ...runs],
    },
  ];
}
