import * as assert from "node:assert/strict";
import fc from "fast-check";
import { stringify } from "yaml";
import { compile, type CompiledDeployment } from "../../../src/compile";
import { formatMarkdown } from "../../../src/review/format-markdown";
import { formatText } from "../../../src/review/format-text";
import type { Review } from "../../../src/review/review";
import { filesOfDeployment, reviewFiles } from "../reviews";
import { deployments, type SpecData } from "./deployments";
import { drawn } from "./draw";
import { googleDeployments } from "./google-deployments";

/** A spec, and the same without one of its parts; both compile. */
export interface ChangedSpec {
  readonly whole: CompiledDeployment;
  readonly lacking: CompiledDeployment;
  /** The names and indices that lead to the part. */
  readonly part: readonly string[];
  readonly text: string;
}

/** Random specs with a part taken out of each. */
export const changedSpecs: fc.Arbitrary<ChangedSpec> = drawn((draw) =>
  change(draw.from(draw.one([deployments, googleDeployments])), draw.integer(0, MANY), draw.integer(0, MANY)),
).filter((changed) => changed !== undefined);

/** Far more than a spec has parts. */
const MANY = 1_000_000;

/** Small parts and large ones: a leaf, or one of what it stands in. */
function change(data: SpecData, number: number, depth: number): ChangedSpec | undefined {
  const parts = partsOf(data);
  const leaf = parts[number % parts.length] ?? [];
  const part = leaf.slice(0, 1 + (depth % leaf.length));
  const text = stringify(data);
  const [whole, lacking] = [data, without(data, part)].map(
    (one) => compile({ name: "random.yaml", text: stringify(one) }).deployment,
  );
  return whole === undefined || lacking === undefined ? undefined : { whole, lacking, part, text };
}

function partsOf(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([step, inner]) => [
    [step],
    ...partsOf(inner).map((at) => [step, ...at]),
  ]);
}

function without(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (typeof value !== "object" || value === null || step === undefined) return value;
  const entries = Object.entries(value).flatMap(([name, inner]): [string, unknown][] =>
    name !== step ? [[name, inner]] : rest.length === 0 ? [] : [[name, without(inner, rest)]],
  );
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

/**
 * Holds the reviews of a change, and of the change back, against each other: what the one creates, the other destroys; and
 * of a deployment beside itself nothing is said.
 *
 * @throws when that does not hold
 */
export async function checkReviews({ whole, lacking, part, text }: ChangedSpec): Promise<void> {
  const [all, fewer] = [filesOfDeployment(whole), filesOfDeployment(lacking)];
  const review = (before: typeof all, after: typeof all) => reviewFiles(before, after, whole.providerName);
  try {
    const [there, back, nothing] = [
      await review(fewer, all),
      await review(all, fewer),
      await review(all, all),
    ];
    assert.deepEqual(
      { resources: nothing.resources, settings: nothing.settings },
      { resources: [], settings: [] },
    );
    assert.deepEqual(placesOf(there, "create"), placesOf(back, "destroy"));
    assert.deepEqual(placesOf(there, "destroy"), placesOf(back, "create"));
    for (const one of [there, back]) {
      assert.equal(typeof formatText(one, { color: false }), "string");
      assert.equal(typeof formatMarkdown([one]), "string");
    }
  } catch (error) {
    throw new Error(`without ${part.join(".")}: ${String(error)}\n${text}`, { cause: error });
  }
}

function placesOf({ resources }: Review, action: string): readonly string[] {
  return resources
    .filter((one) => one.action === action)
    .map(({ root, address }) => `${root} ${address}`)
    .sort();
}
