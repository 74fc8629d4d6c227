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

const MOST_MINORS = 1000;

/** Whether a constraint admits any release of a major version. */
export function admitsMajor(constraint: string, major: number): boolean {
  return admitsBetween(constraint, [major, 0, 0], [major + 1, 0, 0]);
}

/** Whether a constraint admits any release from a version on, and before another one. */
export function admitsBetween(constraint: string, from: Version, before: Version): boolean {
  const terms = parseConstraint(constraint);
  const majors = Array.from({ length: before[0] - from[0] + 1 }, (_, index) => from[0] + index);
  const probes = majors.flatMap((major) =>
    Array.from({ length: MOST_MINORS }, (_, minor): Version => [major, minor, 0]),
  );
  return admitsAny(
    terms,
    [...probes, ...named(terms)].filter((one) => compare(one, from) >= 0 && compare(one, before) < 0),
  );
}

/** Whether a constraint admits any release before a minor version of a major one. */
export function admitsBefore(constraint: string, major: number, minor: number): boolean {
  const terms = parseConstraint(constraint);
  const probes = Array.from({ length: minor }, (_, one): Version => [major, one, 0]);
  const before = [...probes, [major - 1, 0, 0] as const, ...named(terms)];
  return admitsAny(
    terms,
    before.filter((version) => compare(version, [major, minor, 0]) < 0),
  );
}

function admitsAny(terms: readonly Term[], candidates: readonly Version[]): boolean {
  return candidates.some((version) => terms.every((term) => holds(term, version)));
}

/** The versions that a constraint names: the only ones beside whole minor versions that can make a difference. */
function named(terms: readonly Term[]): readonly Version[] {
  return terms.map(({ version }) => version);
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
