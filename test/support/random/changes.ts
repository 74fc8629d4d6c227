import * as assert from "node:assert/strict";
import fc from "fast-check";
import { stringify } from "yaml";
import { compile, type CompiledDeployment } from "../../../src/compile";
import { formatMarkdown } from "../../../src/review/format-markdown";
import { formatText } from "../../../src/review/format-text";
import type { Review } from "../../../src/review/review";
import { filesOfDeployment, reviewFiles } from "../reviews";
import { deployments, type SpecData } from "./deployments";
import { googleDeployments } from "./google-deployments";

/** A spec, and the same without one of its parts; both compile. */
interface ChangedSpec {
  readonly whole: CompiledDeployment;
  readonly lacking: CompiledDeployment;
  /** The names and indices that lead to the part. */
  readonly part: readonly string[];
}

/** Random specs, and two numbers that say which part of one is taken out: a leaf, or something that it stands in. */
export const changes = [fc.oneof(deployments, googleDeployments), fc.nat(), fc.nat()] as const;

function change(data: SpecData, number: number, depth: number): ChangedSpec | undefined {
  const parts = partsOf(data);
  const leaf = parts[number % parts.length] ?? [];
  const part = leaf.slice(0, 1 + (depth % leaf.length));
  const [whole, lacking] = [data, without(data, part)].map(
    (one) => compile({ name: "random.yaml", text: stringify(one) }).deployment,
  );
  return whole === undefined || lacking === undefined ? undefined : { whole, lacking, part };
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
 * of a deployment beside itself nothing is said. A spec that does not compile without the part is passed over.
 *
 * @throws when that does not hold
 */
export async function checkReviews(data: SpecData, number: number, depth: number): Promise<void> {
  const changed = change(data, number, depth);
  fc.pre(changed !== undefined);
  const { whole, lacking, part } = changed;
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
    throw new Error(`without ${part.join(".")}: ${String(error)}\n${stringify(data)}`, { cause: error });
  }
}

function placesOf({ resources }: Review, action: string): readonly string[] {
  return resources
    .filter((one) => one.action === action)
    .map(({ root, address }) => `${root} ${address}`)
    .sort();
}
