import type { Diagnostic } from "../../diagnostics/diagnostic";
import { createHclParser } from "../../review/hcl-json";
import { formatJson } from "../../review/format-json";
import { formatMarkdown } from "../../review/format-markdown";
import { formatText } from "../../review/format-text";
import type { ReviewedSides } from "../../review/html/deployment-view";
import { formatHtml } from "../../review/html/page";
import { isUnchanged, type Review } from "../../review/review";
import type { FAIL_LEVELS } from "../../review/summary";
import { reaches } from "../../review/summary";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import type { CommonOptions, REVIEW_FORMATS } from "../options";
import { compileSpecs } from "../read-specs";
import { passes, report } from "../report";
import { reviewGolden } from "../review-golden";

/** Options of `diff`. */
export interface DiffOptions extends CommonOptions {
  /** Folder that holds a folder for each deployment. */
  readonly out: string;
  /** A commit, tag or branch whose golden is the old side; left out, the working tree's is. */
  readonly against?: string;
  readonly format: (typeof REVIEW_FORMATS)[number];
  /** Differences that fail the run; left out, every difference gives the exit code of differences. */
  readonly failOn?: (typeof FAIL_LEVELS)[number];
}

/** Says what a changed golden will do to the live system; writes nothing. */
export async function diff(host: Host, specs: readonly string[], options: DiffOptions): Promise<number> {
  const { compiled, diagnostics } = compileSpecs(host, specs, options);
  const reviewed: ReviewedSides[] = [];
  const problems: Diagnostic[] = [];
  const parser = createHclParser();
  for (const spec of passes(diagnostics, options) ? compiled : []) {
    const result = await reviewGolden(host, spec, { out: options.out, against: options.against }, parser);
    if (result.kind === "review") reviewed.push(result.reviewed);
    else problems.push(result.diagnostic);
  }
  if (!report(host, [...diagnostics, ...problems], options)) return exitCodes.errors;
  const reviews = reviewed.map(({ review }) => review);
  host.printOut(
    options.format === "html" ? await formatHtml(reviewed) : print(reviews, options.format, options, host),
  );
  const level = options.failOn;
  const fails = reviews.some((review) =>
    level === undefined ? !isUnchanged(review) : reaches(review, level),
  );
  return fails ? exitCodes.differences : exitCodes.success;
}

function print(
  reviews: readonly Review[],
  format: Exclude<DiffOptions["format"], "html">,
  { color, quiet }: DiffOptions,
  host: Host,
): string {
  switch (format) {
    case "markdown":
      return formatMarkdown(reviews);
    case "json":
      return formatJson(reviews);
    case "text": {
      const shown = reviews.filter((review) => !quiet || !isUnchanged(review));
      const options = { color: color && host.isTerminal && !host.noColor };
      return shown.map((review) => formatText(review, options)).join("\n");
    }
  }
}
