import * as path from "node:path";
import { toBytes, type FileBytes } from "../base/output-file";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { hasErrors, type Result } from "../diagnostics/result";
import { renderFiles } from "../render";
import { inspectFolder, type DeploymentFolder } from "./deployment-folder";
import type { Host } from "./host";
import type { CommonOptions } from "./options";
import { workThrough } from "./progress";
import type { ReadSpec } from "./read-specs";

/** Options of the commands that lay files out. */
export interface LayoutOptions {
  /** Folder that holds a folder for each deployment. */
  readonly out: string;
  /** Folder of the user's own templates. */
  readonly templates?: string;
}

/** The folders of deployments, and what keeps them from being laid out. */
export interface InspectedFolders {
  readonly folders: readonly DeploymentFolder[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Renders deployments, with the user's templates if there are any, and compares them with their folders. */
export async function inspectFolders(
  host: Host,
  specs: readonly ReadSpec[],
  options: LayoutOptions & CommonOptions,
): Promise<InspectedFolders> {
  return (await prepareInspection(host, specs, options))();
}

/** Renders deployments; answers how to compare them with their folders, as often as that is needed. */
export async function prepareInspection(
  host: Host,
  specs: readonly ReadSpec[],
  options: LayoutOptions & CommonOptions,
): Promise<() => InspectedFolders> {
  const { out } = options;
  const rendered = await renderSpecs(host, specs, options);
  const diagnostics = rendered.flatMap((one) => one.diagnostics);
  if (hasErrors(diagnostics)) return () => ({ folders: [], diagnostics });
  return () => {
    const folders = specs.map((spec, index) => inspectFolder(host, spec, out, rendered[index]?.value ?? []));
    return { folders, diagnostics: folders.flatMap((folder) => folder.diagnostics) };
  };
}

async function renderSpecs(
  host: Host,
  specs: readonly ReadSpec[],
  options: LayoutOptions & CommonOptions,
): Promise<readonly Result<readonly FileBytes[]>[]> {
  const { templates: folder } = options;
  if (folder === undefined)
    return workThrough(host, options, {
      doing: "rendering",
      items: specs,
      nameOf: ({ argument }) => argument,
      act: ({ deployment, name }) => ({
        value: Array.from(renderFiles(deployment, name), toBytes),
        diagnostics: [],
      }),
    });
  // The compiler of templates and the parser of what they make: nobody else waits for them.
  const { loadTemplates, renderWithTemplates } = await import("../templates/index");
  const templates = loadTemplates(folder, readTemplates(host, folder));
  const { value } = templates;
  if (value === undefined) return [{ diagnostics: templates.diagnostics }];
  return Promise.all(
    specs.map(async ({ deployment, name }) => {
      const { value: files, diagnostics } = await renderWithTemplates(deployment, name, value);
      return files === undefined ? { diagnostics } : { value: files.map(toBytes), diagnostics };
    }),
  );
}

function readTemplates(host: Host, folder: string) {
  return host.listFiles(folder).map((file) => {
    const name = path.join(folder, file);
    const text = new TextDecoder().decode(host.readBytes(name));
    return { path: file, name, text };
  });
}
