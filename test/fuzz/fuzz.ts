import * as path from "node:path";
import fc from "fast-check";
import { changes, checkReviews } from "../support/random/changes";
import { deployments } from "../support/random/deployments";
import { googleDeployments } from "../support/random/google-deployments";
import { grammarDocuments, mutatedSpecs, rearrangedSpecs } from "../support/random/hostile";
import { checkDeployment } from "../support/random/problems";
import { checkSurvival } from "../support/random/survival";
import { writeSection } from "../support/write-section";

/*
 * `npm run fuzz`, for the night: hostile documents, random deployments and changes of them, others at every run. The seed that it
 * prints brings a run back: `npm run fuzz -- <documents> <deployments> <seed>`.
 */

const DOCUMENTS = 200_000;
const DEPLOYMENTS = 200;

const KINDS = {
  "written by YAML's grammar": grammarDocuments,
  "specs of the repository with changes in their text": mutatedSpecs,
  "specs of the repository with parts of others in them": rearrangedSpecs,
};

/** Runs everything, prints what it did, and writes it to docs/robustness.md. */
export async function run(root: string, args: readonly string[]): Promise<void> {
  const [documents = DOCUMENTS, valid = DEPLOYMENTS, seed = Date.now() % 2 ** 31] = args.map(Number);
  process.stdout.write(`seed ${seed}\n`);
  const lines = Object.entries(KINDS).map(([kind, arbitrary]) =>
    fuzzDocuments(kind, arbitrary, Math.ceil(documents / 3), seed),
  );
  lines.push(await fuzzDeployments(valid, seed), await fuzzReviews(valid, seed));
  process.stdout.write(`${lines.join("\n")}\n`);
  await writeSection(path.join(root, "docs/robustness.md"), "fuzz", [`With seed ${seed}:`, "", ...lines]);
}

function fuzzDocuments(kind: string, arbitrary: fc.Arbitrary<string>, numRuns: number, seed: number): string {
  const fates = { refused: 0, compiled: 0 };
  const property = fc.property(arbitrary, (text) => {
    fates[checkSurvival(text)] += 1;
  });
  fc.assert(property, { numRuns, seed });
  return `- ${numRuns} documents, ${kind}: ${fates.refused} refused with a place, ${fates.compiled} compiled; no exception, none that took more than a second for 100,000 characters.`;
}

async function fuzzDeployments(count: number, seed: number): Promise<string> {
  const property = fc.asyncProperty(fc.oneof(deployments, googleDeployments), checkDeployment);
  await fc.assert(property, { numRuns: count, seed, endOnFailure: true });
  return `- ${count} random specs of the whole language, for AWS and for Google Cloud: all compiled, formatted as \`terraform fmt\` leaves it, the same in plain Terraform and in CDKTF's JSON, the same bytes in every order of their keys.`;
}

async function fuzzReviews(count: number, seed: number): Promise<string> {
  const property = fc.asyncProperty(...changes, checkReviews);
  await fc.assert(property, { numRuns: count, seed, endOnFailure: true });
  return `- ${count} such specs without one of their parts, and with it again: each change reviewed without an exception, and what it creates is what the change back destroys.`;
}
