import type { OutputFile } from "../base/output-file";
import { oneLine } from "../base/text";
import type { DiagnosticCode, ParametersOf } from "../diagnostics/catalog/index";
import { createDiagnostic } from "../diagnostics/create-diagnostic";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { sortDiagnostics, type Result } from "../diagnostics/result";
import { createSourceFile } from "../diagnostics/source-file";
import type { HclFile } from "../hcl/document";
import { groupFiles, testFile } from "../hcl/group-files";
import { fileView, type FileView } from "../hcl/view-model";
import { standardTemplates } from "../layout/standard-templates";
import { createUserLayout, type UserTemplates } from "../layout/user-layout";
import type { LayOut } from "../layout/layout";
import { guideView } from "../markdown/print-guide";
import { printDocument, renderDeployment, type RenderableDeployment } from "../render";
import type { Companion } from "../terraform/companion";
import { checkBlocks, type LaidOutFile } from "./check-blocks";
import { GUIDE_TEMPLATE, templateOf } from "./load-templates";
import { STANDARD_PARTIALS, type ModuleFileView, type ModuleView } from "./view-model";

/**
 * Every file of a deployment, with a user's templates in the place of the standard ones. A template that is called
 * like no file and no standard template makes a file of its own in every root module. What would be empty is no
 * file. The blocks are read back: none may be lost, changed or doubled.
 */
export async function renderWithTemplates(
  deployment: RenderableDeployment,
  specName: string,
  templates: UserTemplates,
): Promise<Result<readonly OutputFile[]>> {
  const renderer = new Renderer(specName, templates);
  const files = renderer.render(deployment);
  const written = files.filter(({ content }) => content.trim() !== "");
  const standard = renderDeployment(deployment, specName);
  const diagnostics = [
    ...renderer.diagnostics,
    ...(await checkBlocks({ standard, laidOut: files, templates })),
  ];
  if (diagnostics.length > 0) return { diagnostics: sortDiagnostics(diagnostics) };
  return { value: written.map(({ path, content }) => ({ path, content })), diagnostics: [] };
}

class Renderer {
  readonly diagnostics: Diagnostic[] = [];
  private readonly layOut: LayOut;
  private readonly used = new Set<string>();

  constructor(
    private readonly specName: string,
    private readonly templates: UserTemplates,
  ) {
    this.layOut = createUserLayout(standardTemplates, templates, STANDARD_PARTIALS);
  }

  render({ programs, companions }: RenderableDeployment): LaidOutFile[] {
    const modules = programs.map((program) => {
      const files = Array.from(groupFiles(program), (file) => ({ file, view: fileView(file, this.specName) }));
      return { folder: program.folder, files, view: moduleView(program.name, files) };
    });
    const folders = modules.map(({ folder }) => folder);
    const standard = [
      ...modules.flatMap(({ folder, files, view }) =>
        files.map(({ file, view: one }) => this.file(folder, file, { ...one, module: view })),
      ),
      ...Array.from(companions, (companion) =>
        this.companion(companion, folderOf(companion.path, folders), modules),
      ),
    ];
    return [...standard, ...this.extras(modules, new Set(standard.map(({ path }) => path)))];
  }

  private file(folder: string, { path, template }: HclFile, view: ModuleFileView): LaidOutFile {
    const name = this.nameOf(path.slice(folder.length + 1), template);
    return { path, content: this.layOut(name, view), template: this.templates.files.has(name) ? name : undefined };
  }

  /** A template that is called like the file goes before one that is called like the kind of file. */
  private nameOf(relative: string, template: string): string {
    const name = this.templates.files.has(relative) ? relative : template;
    this.used.add(name).add(template);
    return name;
  }

  private companion(companion: Companion, folder: string, modules: readonly RenderedModule[]): LaidOutFile {
    const { path } = companion;
    switch (companion.kind) {
      case "guide": {
        const content = this.layOut(GUIDE_TEMPLATE, guideView(companion.guide, this.specName));
        return { path, content, template: this.templates.files.has(GUIDE_TEMPLATE) ? GUIDE_TEMPLATE : undefined };
      }
      case "test": {
        const file = testFile(companion);
        const module = modules.find((one) => one.folder === folder)?.view ?? moduleView("", []);
        return this.file(folder, file, { ...fileView(file, this.specName), module });
      }
      case "document":
        return { path, content: printDocument(companion), template: undefined };
    }
  }

  private extras(modules: readonly RenderedModule[], taken: ReadonlySet<string>): LaidOutFile[] {
    const names = [...this.templates.files.keys()].filter(
      (name) => !standardTemplates.files.has(name) && !this.used.has(name),
    );
    return modules.flatMap(({ folder, view }) => {
      const all = [...taken, ...names.map((name) => `${folder}/${name}`)];
      return names.flatMap((name): LaidOutFile[] => {
        const path = `${folder}/${name}`;
        const folderThere = all.flatMap((other) => fileAndFolder(path, other, taken)).at(0);
        if (taken.has(path) || name === ".keyspan.json" || folderThere !== undefined) {
          const isFolder = folderThere !== undefined;
          this.report("templates/name-taken", name, { path: folderThere ?? path, isFolder });
          return [];
        }
        if (isJsonConfiguration(name)) {
          this.report("templates/json-configuration", name, { path });
          return [];
        }
        const given: ModuleFileView = { source: oneLine(this.specName), path, blocks: [], module: view };
        return [{ path, content: this.layOut(name, given), template: name }];
      });
    });
  }

  private report<C extends DiagnosticCode>(code: C, name: string, parameters: ParametersOf<C>): void {
    const file = templateOf(name, this.templates) ?? createSourceFile(name, "");
    this.diagnostics.push(createDiagnostic(code, parameters, file, { start: 0, end: 0 }));
  }
}

/** Terraform reads it beside the files of the deployment, whose blocks it could change. */
function isJsonConfiguration(name: string): boolean {
  return name.endsWith(".tf.json") && !name.includes("/");
}

/** What would be a file and a folder at once, if both files were written; said once where both are a user's own. */
function fileAndFolder(path: string, other: string, taken: ReadonlySet<string>): readonly string[] {
  if (other.startsWith(`${path}/`)) return [path];
  return taken.has(other) && path.startsWith(`${other}/`) ? [other] : [];
}

interface RenderedModule {
  readonly folder: string;
  readonly files: readonly { readonly view: FileView }[];
  readonly view: ModuleView;
}

function moduleView(name: string, files: RenderedModule["files"]): ModuleView {
  return {
    name,
    files: files.map(({ view }) => ({ path: view.path, blocks: view.blocks })),
    blocks: files.flatMap(({ view }) => view.blocks),
  };
}

/** The root module that a file stands in; the deployment's own folder when it stands beside them. */
function folderOf(path: string, folders: readonly string[]): string {
  return folders.find((folder) => path.startsWith(`${folder}/`)) ?? path.split("/")[0] ?? "";
}
