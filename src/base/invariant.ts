/** A bug in keyspan: something its own code promises did not hold. Never a mistake of the user. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
}

/** Throws an {@link InvariantError} unless `condition` holds. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** Ends a switch over a closed union: a member without a case does not compile. */
export function assertNever(value: never): never {
  throw new InvariantError(`unexpected member of a closed union: ${JSON.stringify(value)}`);
}

/** Looks up what must be there, or throws an {@link InvariantError} that names the key. */
export function mustGet<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  invariant(value !== undefined, `nothing is recorded for ${String(key)}`);
  return value;
}
