import type { ReviewValue } from "../terraform/live-behaviour";
import type { ArgumentChange } from "./compare-arguments";
import { causesOf } from "./evaluate";
import type { ResourceReview, Review } from "./review";
import { countActions } from "./summary";
import { shown } from "./value-changes";

/** Version of the JSON form; a change that a reader must know of raises it. */
const VERSION = 1;

/** Reviews for scripts: docs/reviewing-goldens.md describes the fields. */
export function formatJson(reviews: readonly Review[]): string {
  return `${JSON.stringify({ version: VERSION, deployments: reviews.map(printReview) }, null, 2)}\n`;
}

function printReview(review: Review): object {
  const { deployment, resources, unchanged, settings, changes } = review;
  return {
    deployment,
    summary: { ...countActions(resources), unchanged, settings: settings.length },
    resources: resources.map(printResource),
    settings,
    changes,
  };
}

function printResource({
  arguments: changes,
  formerAddress,
  region,
  migration,
  ...rest
}: ResourceReview): object {
  return {
    ...rest,
    formerAddress: formerAddress ?? null,
    region: region ?? null,
    arguments: changes.map(printArgument),
    migration: migration ?? null,
  };
}

function printArgument({ name, before, after, effect, because }: ArgumentChange): object {
  return {
    name,
    before: printValue(before),
    after: printValue(after),
    isAfterKnown: causesOf(after).length === 0,
    effect,
    because,
  };
}

function printValue(value: ReviewValue | undefined): unknown {
  return value === undefined ? null : shown(value);
}
