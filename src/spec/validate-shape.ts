import { API_VERSIONS } from "./api-versions";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { schemaErrors } from "./compiled-schema";
import type { DeploymentSpec } from "./schema/deployment";
import { toFindings, type SchemaFinding } from "./schema-findings";
import { findGaps, gapDiagnostic, type ProviderLanguage } from "./provider-gaps";
import { meantField, shapeDiagnostic } from "./shape-diagnostics";
import { nodeAt, toData, type SpecDocument, type SpecPath } from "./spec-node";

/** A document that has been held against the schema. */
export interface ShapedSpec {
  readonly diagnostics: readonly Diagnostic[];
  /**
   * The part of the document that has the right shape: what is wrong has been set aside, so that the rules
   * can still judge the rest. Absent when too little is left.
   */
  readonly spec?: DeploymentSpec;
  /** The places that were set aside; nothing may be concluded from their absence. */
  readonly setAside: readonly SpecPath[];
}

const MOST_ROUNDS = 32;

/** What of the language the provider of that name lacks; undefined: there is no such provider. */
export type LanguageOf = (provider: string) => ProviderLanguage | undefined;

/**
 * Holds a document against the schema of the language, and against what of it the document's provider has; reports
 * everything that does not fit.
 */
export function validateShape(document: SpecDocument, languageOf: LanguageOf): ShapedSpec {
  const data = toData(document.root);
  // What another version of the language says is not known here.
  const whole = findingsIn(data, document);
  const version = whole.find(isOfVersion);
  if (version !== undefined)
    return { diagnostics: [shapeDiagnostic(version, document, [])], setAside: [version.path] };
  const language = languageOf(providerName(document));
  const missing = findGaps(document, language?.gaps ?? []);
  const notOffered = missing.map(({ path }) => withinList(path, document));
  for (const place of notOffered) remove(data, place);
  const first = notOffered.length === 0 ? whole : findingsIn(data, document);
  const meant = meantFields(first, document);
  const excused = new Set([...meant, ...notOffered].map((place) => JSON.stringify(place)));
  const diagnostics = [
    ...missing.map((finding) => gapDiagnostic(finding, language?.title ?? "", document)),
    ...first
      .filter((finding) => !isLackOf(finding, excused) && !isEmptied(finding, notOffered))
      .map((finding) => shapeDiagnostic(finding, document, language?.gaps ?? [])),
  ];
  const setAside: SpecPath[] = [...meant, ...notOffered];
  let findings = first;
  for (let round = 0; findings.length > 0 && round < MOST_ROUNDS; round += 1) {
    const places = findings.map((finding) => placeToSetAside(finding, document));
    if (places.some((place) => place.length === 0) && !recover(data)) return { diagnostics, setAside };
    for (const place of places) remove(data, place);
    setAside.push(...places.filter((place) => place.length > 0));
    findings = findingsIn(data, document);
  }
  if (findings.length > 0) return { diagnostics, setAside };
  return { diagnostics, setAside, spec: deepFreeze(data) as DeploymentSpec };
}

function findingsIn(data: unknown, document: SpecDocument): SchemaFinding[] {
  return toFindings(schemaErrors("deployment", data), document.root);
}

/** Whether a finding is that the version, as it is written, is none of those known. */
function isOfVersion({ path, keyword }: SchemaFinding): boolean {
  return path.length === 1 && path[0] === "apiVersion" && keyword !== "required";
}

/** The fields that misspelt ones stand for: neither do they lack, nor does their default hold. */
function meantFields(findings: readonly SchemaFinding[], { root }: SpecDocument): readonly SpecPath[] {
  return findings.flatMap((finding) => {
    const field = finding.keyword === "additionalProperties" ? meantField(finding) : undefined;
    const path = [...finding.path, ...(field ?? [])];
    return field === undefined || nodeAt(root, path) !== undefined ? [] : [path];
  });
}

/** Whether a finding is that a field lacks; `fields` are paths as JSON. */
function isLackOf({ path, keyword, parameters }: SchemaFinding, fields: ReadonlySet<string>): boolean {
  if (keyword !== "required") return false;
  return fields.has(JSON.stringify([...path, String(parameters["missingProperty"])]));
}

/** Whether a finding is that a map is empty, which is so only because of what was taken out of it. */
function isEmptied({ path, keyword }: SchemaFinding, places: readonly SpecPath[]): boolean {
  const parents = places.map((place) => JSON.stringify(place.slice(0, -1)));
  return keyword === "minProperties" && parents.includes(JSON.stringify(path));
}

/** The smallest part of the document whose absence leaves the rest as it is; a list goes as a whole. */
function placeToSetAside({ path, keyword, parameters }: SchemaFinding, document: SpecDocument): SpecPath {
  const place =
    keyword === "additionalProperties" ? [...path, String(parameters["additionalProperty"])] : path;
  return withinList(place, document);
}

/** The list that a place is in, or else the place itself: a list without one of its items says something else. */
function withinList(place: SpecPath, { root }: SpecDocument): SpecPath {
  const list = place.findIndex((_, index) => nodeAt(root, place.slice(0, index))?.kind === "list");
  return list === -1 ? place : place.slice(0, list);
}

function providerName({ root }: SpecDocument): string {
  const node = nodeAt(root, ["provider", "name"]);
  return node?.kind === "scalar" ? String(node.value) : "";
}

/** A Region stays a Region when its settings cannot be read. */
function remove(data: unknown, path: SpecPath): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[String(step)], data);
  if (parent === null || typeof parent !== "object") return;
  const isRegion = path.at(-2) === "regions" || path.at(-2) === "overrides";
  if (isRegion) Reflect.set(parent, String(path.at(-1)), null);
  else Reflect.deleteProperty(parent, String(path.at(-1)));
}

/**
 * Stands in for what the document must have at its top and lacks, where the rest can be judged without it:
 * not for primaryRegion, on which half of the rules depend. Whether anything could be mended.
 */
function recover(data: unknown): boolean {
  if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
  const top = data as Record<string, unknown>;
  // The shortest name: nothing that is derived from it is too long for its sake.
  const standIns = { apiVersion: API_VERSIONS[0], name: "x" };
  const missing = Object.entries(standIns).filter(([field]) => top[field] === undefined);
  for (const [field, value] of missing) top[field] = value;
  return missing.length > 0;
}

function deepFreeze(value: unknown): unknown {
  if (value !== null && typeof value === "object") {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
