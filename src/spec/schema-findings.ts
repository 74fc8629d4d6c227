import type { ErrorObject } from "ajv";
import { nodeAt, type SpecNode, type SpecPath } from "./spec-node";

/** One finding of the schema validator, with its place as a path of the spec. */
export interface SchemaFinding {
  readonly path: SpecPath;
  readonly keyword: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The schema that the value at `path` was held against. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/**
 * The validator's errors as findings. Where the language takes one of several forms, only the form that the
 * value resembles is judged: `rotation: {periodDays: x}` is a rotation with a wrong period, not "neither
 * false nor a rotation".
 */
export function toFindings(errors: readonly ErrorObject[], root: SpecNode): SchemaFinding[] {
  const unions = errors.filter((error) => error.keyword === "anyOf");
  const dropped = new Set<ErrorObject>();
  for (const union of unions) {
    const branches = branchesOf(union, errors);
    const resembling = branches.find((branch) => branch.every((error) => !isWrongKind(error, union)));
    if (resembling !== undefined) dropped.add(union);
    for (const branch of branches) {
      if (branch !== resembling) for (const error of branch) dropped.add(error);
    }
  }
  const mistyped = new Set(
    errors.filter(({ keyword }) => keyword === "type").map(({ instancePath }) => instancePath),
  );
  // A value of the wrong type is none of the words either, and "propertyNames" repeats what is said of the name.
  const isRepetition = ({ keyword, instancePath }: ErrorObject) =>
    keyword === "propertyNames" || (keyword === "enum" && mistyped.has(instancePath));
  return errors
    .filter((error) => !dropped.has(error) && !isRepetition(error))
    .map((error) => toFinding(error, root));
}

function branchesOf(union: ErrorObject, errors: readonly ErrorObject[]): ErrorObject[][] {
  const branches: ErrorObject[][] = (union.schema as unknown[]).map(() => []);
  const prefix = `${union.schemaPath}/`;
  for (const error of errors) {
    if (!error.schemaPath.startsWith(prefix) || !isAtOrBelow(error.instancePath, union.instancePath))
      continue;
    const index = Number(error.schemaPath.slice(prefix.length).split("/")[0]);
    branches[index]?.push(error);
  }
  return branches;
}

function isAtOrBelow(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}/`);
}

function isWrongKind(error: ErrorObject, union: ErrorObject): boolean {
  return error.instancePath === union.instancePath && ["type", "const", "enum"].includes(error.keyword);
}

function toFinding(error: ErrorObject, root: SpecNode): SchemaFinding {
  const path = decodePath(error.instancePath, root);
  const name = error.propertyName;
  return {
    path: name === undefined ? path : [...path, name],
    keyword: name === undefined ? error.keyword : "propertyName",
    parameters: error.params as Readonly<Record<string, unknown>>,
    schema: error.parentSchema ?? {},
  };
}

function decodePath(pointer: string, root: SpecNode): SpecPath {
  const path: (string | number)[] = [];
  let node: SpecNode | undefined = root;
  for (const step of pointer.split("/").slice(1)) {
    const name = step.replace(/~1/g, "/").replace(/~0/g, "~");
    const next: string | number = node?.kind === "list" ? Number(name) : name;
    path.push(next);
    node = node === undefined ? undefined : nodeAt(node, [next]);
  }
  return path;
}
