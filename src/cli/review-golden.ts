import * as path from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { createDiagnostic } from "../diagnostics/create-diagnostic";
import { createSourceFile } from "../diagnostics/source-file";
import { EMPTY_MANIFEST, MANIFEST_NAME, parseManifest } from "../output/manifest";
import { providerNamed } from "../providers/registry";
import { renderDeployment } from "../render";
import type { ReviewedFile } from "../review/configuration";
import { HclSyntaxError, type HclParser } from "../review/hcl-json";
import { readConfiguration } from "../review/read-configuration";
import { renamedDeployment } from "../review/renamed-deployment";
import { reviewConfigurations } from "../review/review";
import type { ReviewedSides } from "../review/html/deployment-view";
import { findObstacle, textAt } from "./deployment-folder";
import { emittedAlike } from "./emitted-alike";
import type { Host } from "./host";
import type { ReadSpec } from "./read-specs";

/** What became of a review. */
export type ReviewResult =
  | { readonly kind: "review"; readonly reviewed: ReviewedSides }
  | { readonly kind: "refused"; readonly diagnostic: Diagnostic };

/** Reviews the golden of a spec against what the spec compiles to now. */
export async function reviewGolden(
  host: Host,
  spec: ReadSpec,
  { out, against }: { readonly out: string; readonly against: string | undefined },
  parser: HclParser,
): Promise<ReviewResult> {
  const { plan, providerName } = spec.deployment;
  const folder = path.join(out, plan.name);
  const obstacle = findObstacle(host, out, plan.name);
  if (obstacle !== undefined) return { kind: "refused", diagnostic: obstacle };
  const standing = readStanding(host, folder);
  const golden = against === undefined ? undefined : await host.readGitFolder(against, folder);
  if (golden?.kind === "refused")
    return { kind: "refused", diagnostic: aboutReference(against ?? "", golden.message) };
  const before = toFiles(golden?.files ?? standing);
  const after = afterEmit(spec, standing);
  try {
    const [old, now] = [await readConfiguration(before, parser), await readConfiguration(after, parser)];
    const review = reviewConfigurations(
      plan.name,
      old,
      now,
      providerNamed(providerName).live,
      path.relative("", folder).replaceAll(path.sep, "/"),
    );
    const alike = before.length > 0 ? [] : emittedAlike(host, out, plan.name, spec.name);
    const renamed = alike.length > 0 ? [renamedDeployment(plan.name, alike, spec.name)] : [];
    const whole = { ...review, changes: [...renamed, ...review.changes] };
    return { kind: "review", reviewed: { review: whole, before, after } };
  } catch (error) {
    if (!(error instanceof HclSyntaxError)) throw error;
    return { kind: "refused", diagnostic: aboutSyntax(folder, error) };
  }
}

/** Nothing is read that a review does not show. */
function readStanding(host: Host, folder: string): ReadonlyMap<string, string> {
  const manifest = textAt(host, path.join(folder, MANIFEST_NAME));
  const isShown = isShownBy(manifest);
  const files = host.listFiles(folder).filter(isShown);
  const contents = files.map((file) => [file, textAt(host, path.join(folder, file))] as const);
  return new Map([[MANIFEST_NAME, manifest], ...contents]);
}

/**
 * What a review may show of a folder with that manifest: keyspan's own files and configuration. State, values of
 * variables and whatever else stands there may hold secrets.
 */
function isShownBy(manifest: string): (file: string) => boolean {
  const { files, pending } = parseManifest(manifest) ?? EMPTY_MANIFEST;
  return (file) => files.has(file) || pending.has(file) || isConfiguration(file);
}

function toFiles(contents: ReadonlyMap<string, string>): readonly ReviewedFile[] {
  const isShown = isShownBy(contents.get(MANIFEST_NAME) ?? "");
  return [...contents].filter(([file]) => isShown(file)).map(([file, content]) => ({ path: file, content }));
}

function isConfiguration(file: string): boolean {
  return file.endsWith(".tf");
}

/** What would stand there after `emit`: its own files, and the configuration that it does not own. */
function afterEmit({ deployment, name }: ReadSpec, standing: ReadonlyMap<string, string>): ReviewedFile[] {
  const prefix = `${deployment.plan.name}/`;
  const wanted = renderDeployment(deployment, name).map(({ path: file, content }) => ({
    path: file.slice(prefix.length),
    content,
  }));
  const manifest = parseManifest(standing.get(MANIFEST_NAME) ?? "") ?? EMPTY_MANIFEST;
  const isOthers = (file: string) => !manifest.files.has(file) && !manifest.pending.has(file);
  const replaced = new Set(wanted.map(({ path: file }) => file));
  const foreign = [...standing]
    .filter(([file]) => isConfiguration(file) && isOthers(file) && !replaced.has(file))
    .map(([file, content]) => ({ path: file, content }));
  return [...foreign, ...wanted];
}

function aboutReference(reference: string, message: string): Diagnostic {
  return createDiagnostic(
    "output/unknown-reference",
    { reference, message },
    createSourceFile("--against", ""),
    {
      start: 0,
      end: 0,
    },
  );
}

/** The parser says where: `[keys.tf:1,6-6: Missing expression; …]`. */
function aboutSyntax(folder: string, error: HclSyntaxError): Diagnostic {
  const place = /\[(.+?):(\d+),\d+(?:-\d+(?:,\d+)?)?: ([\s\S]*?)\]?$/.exec(error.message);
  const file = place?.[1] ?? "";
  const line = place?.[2] ?? "1";
  const message = place?.[3] ?? error.message;
  return createDiagnostic(
    "output/not-hcl",
    { line, message },
    createSourceFile(path.join(folder, file), ""),
    {
      start: 0,
      end: 0,
    },
  );
}
