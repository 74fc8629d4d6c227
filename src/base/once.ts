/** A function that answers what `make` answers, which is asked when it is first called and never again. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
