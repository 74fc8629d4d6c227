import fc from "fast-check";
import { changes, checkReviews } from "../support/random/changes";
import { deployments } from "../support/random/deployments";
import { googleDeployments } from "../support/random/google-deployments";
import { checkDeployment } from "../support/random/problems";

/*
 * Random specs of the whole language, always the same few; `npm run fuzz` draws others, and many more. All of them
 * compile: what is refused here is either refused wrongly or drawn wrongly.
 */

test.each([
  ["AWS", deployments, 12],
  ["Google Cloud", googleDeployments, 8],
] as const)(
  "random specs for %s compile, to formatted files that say the same in both forms, in every order of their keys",
  async (_, specs, numRuns) => {
    await fc.assert(fc.asyncProperty(specs, checkDeployment), { numRuns, seed: 20_251, endOnFailure: true });
  },
  120_000,
);

test("reviews of random changes, and of the changes back, agree", async () => {
  const property = fc.asyncProperty(...changes, checkReviews);
  await fc.assert(property, { numRuns: 20, seed: 20_251, endOnFailure: true });
}, 120_000);
