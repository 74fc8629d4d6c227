/** `renamedFrom` as a list, the oldest name first. */
export function formerNames(written: string | readonly string[] | undefined): readonly string[] {
  if (written === undefined) return [];
  return typeof written === "string" ? [written] : written;
}
