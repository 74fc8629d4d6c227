/** Whether a value is there: for `filter`. */
export function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}
