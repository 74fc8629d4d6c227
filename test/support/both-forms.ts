import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { OutputFile } from "../../src/base/output-file";
import { synthesizePrograms } from "../../src/cdktf/synth";
import type { CompiledDeployment } from "../../src/compile";
import { readHcl, readModule, type TerraformModule } from "./terraform-module";

/** A root module as plain files and as what cdktf synthesizes. */
export interface BothForms {
  readonly plain: TerraformModule;
  readonly synthesized: TerraformModule;
}

/** The root modules of a deployment by the names of their stacks, in both forms. */
export async function bothForms(
  { programs }: CompiledDeployment,
  files: readonly OutputFile[],
): Promise<ReadonlyMap<string, BothForms>> {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), "keyspan-"));
  try {
    synthesizePrograms(programs, outdir);
    const modules = new Map<string, BothForms>();
    for (const { name, folder } of programs) {
      const texts = files.filter(
        (file) => path.posix.dirname(file.path) === folder && file.path.endsWith(".tf"),
      );
      const json = fs.readFileSync(path.join(outdir, "stacks", name, "cdk.tf.json"), "utf8");
      modules.set(name, {
        plain: await readHcl(texts.map(({ content }) => content)),
        synthesized: readModule(JSON.parse(json)),
      });
    }
    return modules;
  } finally {
    fs.rmSync(outdir, { recursive: true, force: true });
  }
}
