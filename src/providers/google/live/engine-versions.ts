const VERSION = /^([A-Z]+)_([0-9]+(?:_[0-9]+)*)/;

/** Whether an engine, such as `POSTGRES_16` or `MYSQL_8_0_31`, would go back to an earlier version of its own. */
export function isDowngrade(from: string, to: string): boolean {
  const [, engine, old = ""] = VERSION.exec(from) ?? [];
  const [, other, now = ""] = VERSION.exec(to) ?? [];
  if (engine === undefined || engine !== other) return false;
  const [before, after] = [old, now].map((text) => text.split("_").map(Number));
  const length = Math.min(before?.length ?? 0, after?.length ?? 0);
  for (let index = 0; index < length; index++) {
    const step = (after?.[index] ?? 0) - (before?.[index] ?? 0);
    if (step !== 0) return step < 0;
  }
  return false;
}
