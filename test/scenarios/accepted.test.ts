import * as fs from "node:fs";
import * as path from "node:path";
import { sortedUnique } from "../../src/base/ordering";
import { renderDeployment } from "../../src/render";
import { expectGolden } from "../support/golden";
import { listFiles, ROOT } from "../support/repository";
import { acceptedSpecs, compileAccepted, diagnose } from "../support/specs";

const FOLDER = "test/scenarios/accepted";

/*
 * Specs that compile without a word, each for one thing that the examples do not show. Where a folder of its
 * name stands beside a spec, it holds the Terraform that is written for it.
 */
const specs = acceptedSpecs();
const kept = specs
  .map((spec) => ({ spec, folder: spec.file.replace(/\.yaml$/, "") }))
  .filter(({ folder }) => fs.existsSync(path.join(ROOT, folder)));

test.each(kept.map(({ spec, folder }) => [folder.slice(FOLDER.length + 1), spec, folder] as const))(
  "%s",
  (_, spec, folder) => {
    expect(diagnose(spec.name, spec.text).printed).toBe("");
    const files = renderDeployment(compileAccepted(spec), spec.name).filter((file) =>
      file.path.endsWith(".tf"),
    );
    for (const file of files) expectGolden(`${folder}/${file.path}`, file.content);
    expect(listFiles(folder)).toEqual(sortedUnique(files.map((file) => `${folder}/${file.path}`)));
  },
);

test("every folder of Terraform has its spec", () => {
  const folders = listFiles(FOLDER)
    .filter((file) => file.endsWith(".tf"))
    .map((file) => file.split("/").slice(0, 4).join("/"));
  expect(sortedUnique(folders)).toEqual(kept.map(({ folder }) => folder).sort());
});
