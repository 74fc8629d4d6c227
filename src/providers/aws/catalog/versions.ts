/** An engine version as the numbers it is compared by. */
export type Version = readonly number[];

/** The numbers of a dotted version; none when it is not one. */
export function parseVersion(text: string): Version | undefined {
  return /^[0-9]+(\.[0-9]+)*$/.test(text) ? text.split(".").map(Number) : undefined;
}

/** The numbers that a version begins with: `11.5.9.0.sb00054960.r1` → 11.5.9.0, `5.7.44-rds.20250103` → 5.7.44. */
export function numbersAtStart(version: string): Version {
  return parseVersion(/^[0-9.]*[0-9](?=[.-]|$)/.exec(version)?.[0] ?? "") ?? [];
}

/**
 * Whether a version is at least the minimum, part by part. A version that says less than the minimum ("16"
 * against "16.3") counts as new enough: AWS picks a current minor version for it.
 */
export function isAtLeast(version: Version, minimum: Version): boolean {
  for (const [index, least] of minimum.entries()) {
    const part = version[index];
    if (part === undefined) return true;
    if (part !== least) return part > least;
  }
  return true;
}

/** Whether a version is at least the minimum of its own major line; a newer major than all listed is. */
export function meetsMinimumOfLine(version: Version, lines: readonly Version[]): boolean {
  const major = version[0] ?? 0;
  const ofLine = lines.filter((line) => line[0] === major);
  if (ofLine.length === 0) return major > Math.max(...lines.map((line) => line[0] ?? 0));
  return ofLine.some((line) => isAtLeast(version, line));
}

/** The line of a version, by so many of its first numbers: `8.0.40` → `8.0`. */
export function lineOf(version: string, numbers: number): string {
  return numbersAtStart(version).slice(0, numbers).join(".");
}
