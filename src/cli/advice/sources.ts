/** Sources of statements, numbered in the order in which they are first cited. */
export interface Sources {
  /** `[1]`. */
  readonly cite: (source: string) => string;
  /** `[1] https://…`, one line for each that was cited. */
  readonly list: () => readonly string[];
}

/** Starts a list of sources. */
export function createSources(): Sources {
  const numbers = new Map<string, number>();
  return {
    cite: (source) => {
      const number = numbers.get(source) ?? numbers.size + 1;
      numbers.set(source, number);
      return `[${number}]`;
    },
    list: () => [...numbers].map(([source, number]) => `[${number}] ${source}`),
  };
}
