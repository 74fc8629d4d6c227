import packageJson from "../../package.json";
import type { synthesizePrograms } from "../cdktf/synth";
import { createDiagnostic } from "../diagnostics/create-diagnostic";
import { createSourceFile } from "../diagnostics/source-file";
import type { Result } from "../diagnostics/result";

/**
 * What writes CDKTF stacks. cdktf and the bindings take longer to load than everything else together, and who only
 * emits Terraform does not install them: they are looked for when they are needed.
 */
export async function loadSynth(): Promise<Result<typeof synthesizePrograms>> {
  try {
    const { synthesizePrograms } = await import("../cdktf/synth");
    return { value: synthesizePrograms, diagnostics: [] };
  } catch (error) {
    const name = missingPeer(error);
    if (name === undefined) throw error;
    const parameters = { package: name, install: installCommand(packageJson.peerDependencies) };
    const file = createSourceFile("synth", "");
    return {
      diagnostics: [createDiagnostic("output/missing-package", parameters, file, { start: 0, end: 0 })],
    };
  }
}

/** The package of ours to bring along that Node did not find; undefined for every other error. */
function missingPeer(error: unknown): string | undefined {
  const { code, message } = error as Partial<NodeJS.ErrnoException>;
  const module =
    code === "MODULE_NOT_FOUND" ? /^Cannot find module '([^']+)'/.exec(message ?? "")?.[1] : undefined;
  return Object.keys(packageJson.peerDependencies).find(
    (name) => module === name || module?.startsWith(`${name}/`) === true,
  );
}

/** What installs packages in the versions that are asked for; a range has spaces and angles in it. */
function installCommand(peers: Readonly<Record<string, string>>): string {
  const wanted = Object.entries(peers).map(([name, version]) => `${name}@${version}`);
  return ["npm install", ...wanted.map((one) => (/[<> ]/.test(one) ? `"${one}"` : one))].join(" ");
}
