import { isPresent } from "../../../../base/present";
import type { Companion } from "../../../../terraform/companion";
import { planRun } from "../../../common/companions/test-block";
import { checkDatabaseSettings, checkPlaces } from "./check-databases";
import { checkKeyRelations, checkKeySettings } from "./check-keys";
import { mocks } from "./mocks";
import type { TestSubject } from "./subject";

/**
 * The tests of a root module, for `terraform test`: plans with providers that are mocked, so that they need no
 * project. They hold the files against what the spec asks for, also after somebody has edited them.
 * https://developer.hashicorp.com/terraform/language/tests/mocking
 */
export function moduleTests(subject: TestSubject): readonly Companion[] {
  const runs = [
    planRun(
      "keys",
      "Every key is in its own location, and every database is encrypted with the key of its own Region.",
      [],
      [...checkKeyRelations(subject), ...checkPlaces(subject)],
    ),
    planRun(
      "settings",
      "Keys and databases are as safe as the spec asks for.",
      [],
      [...checkKeySettings(subject), ...checkDatabaseSettings(subject)],
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
