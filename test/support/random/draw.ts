import fc from "fast-check";

/** Draws values one after the other, where what may come depends on what came. */
export interface Draw {
  readonly one: <T>(values: readonly T[]) => T;
  /** Some of the values, in their order; at least so many. */
  readonly some: <T>(values: readonly T[], atLeast?: number) => T[];
  /** Both ends may come. */
  readonly integer: (minimum: number, maximum: number) => number;
  /** True once in so many draws. */
  readonly chance: (once: number) => boolean;
  /** The field with its value, once in so many draws; else nothing, for spreading into an object. */
  readonly maybe: <K extends string, T>(field: K, once: number, value: () => T) => Partial<Record<K, T>>;
  readonly from: <T>(arbitrary: fc.Arbitrary<T>) => T;
}

/** Values that are drawn by a function. */
export function drawn<T>(draw: (draw: Draw) => T): fc.Arbitrary<T> {
  return fc.gen().map((generate) => draw(createDraw((arbitrary) => generate(() => arbitrary))));
}

function createDraw(from: Draw["from"]): Draw {
  const integer = (min: number, max: number) => from(fc.integer({ min, max }));
  const chance = (once: number) => integer(1, once) === 1;
  return {
    one: (values) => from(fc.constantFrom(...values)),
    some: (values, atLeast = 0) =>
      from(fc.subarray([...values], { minLength: Math.min(atLeast, values.length) })),
    integer,
    chance,
    maybe: (field, once, value) =>
      (chance(once) ? { [field]: value() } : {}) as ReturnType<Draw["maybe"]> as never,
    from,
  };
}
