import fc from "fast-check";
import { deployments } from "../support/random/deployments";
import { checkDeployment } from "../support/random/problems";

/*
 * Random specs of the whole language, always the same few; `npm run fuzz` draws others, and many more. All of them
 * compile: what is refused here is either refused wrongly or drawn wrongly.
 */

test("random specs compile, to formatted files that say the same in both forms, in every order of their keys", async () => {
  await fc.assert(fc.asyncProperty(deployments, checkDeployment), {
    numRuns: 12,
    seed: 20_251,
    endOnFailure: true,
  });
}, 120_000);
