import * as fs from "node:fs";
import * as path from "node:path";
import { renderDeployment } from "../../src/render";
import { addressOf } from "../../src/terraform/program";
import { elementsOf } from "../../src/terraform/program-index";
import { readModules } from "../support/read-module";
import { listFiles, ROOT } from "../support/repository";
import {
  acceptedDeployments,
  canLoad,
  programsOf,
  reasonToSkip,
  TOO_OLD,
  type NamedProgram,
} from "../support/terraform/deployments";
import {
  FLAWLESS,
  succeed,
  temporaryFolder,
  terraform,
  validate,
  withRunningProvider,
} from "../support/terraform/terraform";

const programs = programsOf(acceptedDeployments());

describe("a root module of plain Terraform", () => {
  it("exists for every folder of Terraform below out", () => {
    const roots = listFiles("out").filter((file) => file.endsWith("/terraform.tf"));
    const compiled = programs.filter(isExample).map(({ program }) => `out/${program.folder}/terraform.tf`);
    expect(roots).toEqual(compiled.sort());
  });

  it.each(programs)("is formatted: $title", async (named) => {
    const { stdout, exitCode } = await terraform(layOut(named), ["fmt", "-check", "-diff", "-recursive"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "" });
  });

  it.each(programs)("is read back from its files: $title", async (named) => {
    const files = renderDeployment(named.deployment, named.spec.name);
    const [stack] = (await readModules(files)).filter(({ folder }) => folder === named.program.folder);
    expect(stack && elementsOf(stack).map(addressOf).sort()).toEqual(
      elementsOf(named.program).map(addressOf).sort(),
    );
  });

  for (const named of programs) {
    const reason = reasonToSkip(named.program);
    if (reason !== undefined) {
      it.skip(`is not validated, for ${reason}: ${named.title}`, () => undefined);
      continue;
    }
    if (!canLoad(named.program)) {
      it(`asks for something newer than is at hand: ${named.title}`, async () => {
        await expect(validate(layOut(named))).rejects.toThrow(TOO_OLD);
      });
      continue;
    }
    it(`is valid, without a warning, and passes its own tests: ${named.title}`, async () => {
      const root = layOut(named);
      expect(await validate(root)).toMatchObject(FLAWLESS);
      if (fs.existsSync(path.join(root, "tests")))
        await succeed(root, ["test", "-no-color"], withRunningProvider());
    });
  }
});

function isExample({ spec }: NamedProgram): boolean {
  return spec.file.startsWith("examples/");
}

/** A copy of the golden root module of an example; that of a scenario is rendered. */
function layOut({ program, deployment, spec, ...rest }: NamedProgram): string {
  const folder = temporaryFolder(program.name);
  if (isExample({ program, deployment, spec, ...rest })) {
    fs.cpSync(path.join(ROOT, "out", program.folder), folder, { recursive: true });
    return folder;
  }
  const below = `${program.folder}/`;
  for (const { path: file, content } of renderDeployment(deployment, spec.name)) {
    if (!file.startsWith(below)) continue;
    const target = path.join(folder, file.slice(below.length));
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, content);
  }
  return folder;
}
