import { createHash } from "node:crypto";
import { deploymentView, type ReviewedSides } from "./deployment-view";
import { loadPageLibraries } from "./libraries";
import { markup, styleSheet, type Markup } from "./markup";
import { STYLE_SHEET } from "./styles/style-sheet";

/**
 * Reviews as one page that needs nothing else: no script, no request. Its policy forbids both, so a mistake of
 * ours could not run or load anything either.
 */
export async function formatHtml(reviewed: readonly ReviewedSides[]): Promise<string> {
  const libraries = await loadPageLibraries();
  const names = reviewed.map(({ review }) => review.deployment);
  const deployments = reviewed.map((one, index) => deploymentView(one, index, libraries));
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(STYLE_SHEET)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>Review of ${names.join(", ")}</title>
${styleSheet(STYLE_SHEET)}
</head>
<body>
<a class="skip" href="#review">Skip to the review</a>
<header class="page"><h1>What this changes in the live system</h1>${contentsView(reviewed)}</header>
<main id="review" tabindex="-1">${deployments}
</main>
<footer><p>Made by <code>keyspan diff</code> from the text alone: it assumes that what stands is what the old golden says. <code>terraform plan</code> has the last word.</p></footer>
</body>
</html>
`;
  return page.text;
}

/** Allows the page's own style and its empty icon, and nothing else: https://www.w3.org/TR/CSP3/. */
function policyOf(style: string): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
}

function contentsView(reviewed: readonly ReviewedSides[]): Markup | undefined {
  if (reviewed.length < 2) return undefined;
  return markup`
<nav aria-label="Deployments"><ul>${reviewed.map(({ review }, index) => markup`<li><a href="#d${index + 1}">${review.deployment}</a></li>`)}</ul></nav>`;
}
