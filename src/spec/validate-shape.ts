import { API_VERSIONS } from "./api-versions";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { schemaValidator } from "./compiled-schema";
import type { DeploymentSpec } from "./schema/deployment";
import { toFindings, type SchemaFinding } from "./schema-findings";
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

/** Holds a document against the schema of the language; reports everything that does not fit. */
export function validateShape(document: SpecDocument): ShapedSpec {
  const data = toData(document.root);
  const first = findingsIn(data, document);
  // What another version of the language says is not known here.
  const version = first.find(isOfVersion);
  if (version !== undefined)
    return { diagnostics: [shapeDiagnostic(version, document)], setAside: [version.path] };
  const meant = meantFields(first, document);
  const meantPlaces = new Set(meant.map((field) => JSON.stringify(field)));
  const diagnostics = first
    .filter((finding) => !isLackOf(finding, meantPlaces))
    .map((finding) => shapeDiagnostic(finding, document));
  const setAside: SpecPath[] = [...meant];
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
  const validate = schemaValidator("deployment");
  if (validate(data)) return [];
  return toFindings(validate.errors ?? [], document.root);
}

/** Whether a finding is that the version, as it is written, is none of those known. */
function isOfVersion({ path, keyword }: SchemaFinding): boolean {
  return path.length === 1 && path[0] === "apiVersion" && keyword !== "required";
}

/** The fields that misspelt ones stand for: neither do they lack, nor does their default hold. */
function meantFields(findings: readonly SchemaFinding[], { root }: SpecDocument): readonly SpecPath[] {
  return findings.flatMap((finding) => {
    const field = finding.keyword === "additionalProperties" ? meantField(finding) : undefined;
    const path = [...finding.path, field ?? ""];
    return field === undefined || nodeAt(root, path) !== undefined ? [] : [path];
  });
}

/** Whether a finding is that a field lacks; `fields` are paths as JSON. */
function isLackOf({ path, keyword, parameters }: SchemaFinding, fields: ReadonlySet<string>): boolean {
  if (keyword !== "required") return false;
  return fields.has(JSON.stringify([...path, String(parameters["missingProperty"])]));
}

/** The smallest part of the document whose absence leaves the rest as it is; a list goes as a whole. */
function placeToSetAside({ path, keyword, parameters }: SchemaFinding, document: SpecDocument): SpecPath {
  const place =
    keyword === "additionalProperties" ? [...path, String(parameters["additionalProperty"])] : path;
  const list = place.findIndex((_, index) => nodeAt(document.root, place.slice(0, index))?.kind === "list");
  return list === -1 ? place : place.slice(0, list);
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
