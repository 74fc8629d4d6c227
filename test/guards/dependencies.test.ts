import { DEPENDENCIES_PAGE, dependenciesPage, runtimeDependencies } from "../../scripts/dependencies-page";
import { readText, ROOT } from "../support/repository";

/* What a user installs with keyspan: little, for a reason each, and under licences that anybody may use it with. */

/** Permissive, or copyleft by file, which asks nothing of those who use the package unchanged. */
const LICENSES = [
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "MPL-2.0",
  "EPL-2.0",
];

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
}

test("every runtime dependency has a licence that anybody may use it under", () => {
  const foreign = runtimeDependencies(ROOT).filter(
    ({ license }) => !license.split(" OR ").some((one) => LICENSES.includes(one)),
  );
  expect(foreign).toEqual([]);
});

test("the page of dependencies is what the lockfile says, with a reason for each direct one (npm run docs)", () => {
  const page = readText(DEPENDENCIES_PAGE);
  expect(page).toBe(dependenciesPage(ROOT));
  expect(page).not.toMatch(/\| \|$/m);
});

test("an installed keyspan runs no script", () => {
  const { scripts } = JSON.parse(readText("package.json")) as Manifest;
  // `prepare` runs in a checkout only: https://docs.npmjs.com/cli/v10/using-npm/scripts#life-cycle-scripts
  const onInstall = ["preinstall", "install", "postinstall", "prepublish", "preprepare", "postprepare"];
  expect(onInstall.filter((name) => name in scripts)).toEqual([]);
});
