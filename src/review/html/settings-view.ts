import type { Review } from "../review";
import { FINDING_WORDS } from "../summary";
import type { Anchors } from "./anchors";
import { markup, type Markup } from "./markup";
import { prose } from "./words";

/** The changes of what is no resource. */
export function settingsView({ settings }: Review, anchors: Anchors): Markup | undefined {
  if (settings.length === 0) return undefined;
  const id = `${anchors.deployment}-settings`;
  const items = settings.map(
    ({ what, root, change, findings }) => markup`
<li><code>${what}</code>${root === "" ? undefined : markup` in <code>${root}</code>`} ${change}${findings.map(({ kind, message }) => markup`<p class="${kind}"><strong>${FINDING_WORDS[kind]}</strong> ${prose(message)}</p>`)}</li>`,
  );
  return markup`
<section class="settings" aria-labelledby="${id}"><h3 id="${id}">Other settings <span class="count">${settings.length}</span></h3><ul>${items}</ul></section>`;
}
