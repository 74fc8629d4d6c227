/** What a record has under a name that came from outside; nothing of what every object has, such as `constructor`. */
export function ownValue<V>(record: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
