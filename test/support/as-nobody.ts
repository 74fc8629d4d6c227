/** A user that owns nothing, on most systems. */
const NOBODY = 65_534;

/** Does something without the rights of root, which no permission binds; as any other user, just does it. */
export async function asNobody<T>(act: () => Promise<T>): Promise<T> {
  const { geteuid, getegid, seteuid, setegid } = process;
  const [user, group] = [geteuid?.(), getegid?.()];
  if (user !== 0 || group === undefined) return act();
  setegid?.(NOBODY);
  seteuid?.(NOBODY);
  try {
    return await act();
  } finally {
    seteuid?.(user);
    setegid?.(group);
  }
}
