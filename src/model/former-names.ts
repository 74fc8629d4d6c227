/** A key set or a database, which may have had other names. */
export interface Renamed {
  readonly name: string;
  /** Former names, the oldest first; a name that it had twice stands twice, and may be its name again. */
  readonly renamedFrom: readonly string[];
}

/** Every name that it had or has, in the order in which each was last taken: its own is the last. */
export function namesInOrder({ name, renamedFrom }: Renamed): readonly string[] {
  const history = [...renamedFrom, name];
  return history.filter((one, index) => history.lastIndexOf(one) === index);
}

/**
 * The name under which it was made. Everything that bears a name in the live system keeps it through a rename:
 * another one would be another resource.
 */
export function originalName({ name, renamedFrom }: Renamed): string {
  return renamedFrom[0] ?? name;
}
