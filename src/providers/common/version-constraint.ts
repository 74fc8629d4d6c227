/*
 * Version constraints as Terraform reads them, as far as it takes to ask whether one admits a line of versions:
 * https://developer.hashicorp.com/terraform/language/expressions/version-constraints.
 */

type Version = readonly [number, number, number];

interface Term {
  readonly operator: string;
  readonly version: Version;
  /** How many parts were written: `~> 5.1` means less than 6, `~> 5.1.0` less than 5.2. */
  readonly parts: number;
}

/** Whether a constraint admits any release of a major version. */
export function admitsMajor(constraint: string, major: number): boolean {
  return admitsBetween(constraint, [major, 0, 0], [major + 1, 0, 0]);
}

/**
 * Whether a constraint admits any version from one on, and before another one. The least version that it admits is
 * the first of all, one that it names, or the next after one that it names: nothing else has to be tried.
 */
export function admitsBetween(constraint: string, from: Version, before: Version): boolean {
  const terms = parseConstraint(constraint);
  const named = terms.flatMap(({ version }) => [version, next(version)]);
  return [from, ...named].some(
    (version) =>
      compare(version, from) >= 0 &&
      compare(version, before) < 0 &&
      terms.every((term) => holds(term, version)),
  );
}

/** Whether a constraint admits any release before a minor version of a major one. */
export function admitsBefore(constraint: string, major: number, minor: number): boolean {
  return admitsBetween(constraint, [0, 0, 0], [major, minor, 0]);
}

function next([major, minor, patch]: Version): Version {
  return [major, minor, patch + 1];
}

function parseConstraint(constraint: string): readonly Term[] {
  return constraint.split(",").flatMap((text) => parseTerm(text) ?? []);
}

function parseTerm(text: string): Term | undefined {
  const parsed = /^\s*(=|!=|>=|<=|>|<|~>)?\s*([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?/.exec(text);
  if (parsed === null) return undefined;
  const [, operator = "=", ...numbers] = parsed as readonly (string | undefined)[];
  const written = numbers.flatMap((part) => (part === undefined ? [] : [Number(part)]));
  const [major = 0, minor = 0, patch = 0] = written;
  return { operator, version: [major, minor, patch], parts: written.length };
}

function holds({ operator, version, parts }: Term, candidate: Version): boolean {
  const order = compare(candidate, version);
  switch (operator) {
    case "!=":
      return order !== 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case "~>":
      return (
        order >= 0 &&
        candidate.slice(0, Math.max(1, parts - 1)).every((part, index) => part === version[index])
      );
    default:
      return order === 0;
  }
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
