import { counted } from "../../base/text";
import { noteOf } from "../format-text";
import type { ResourceReview } from "../review";
import { FINDING_WORDS, reasonOf } from "../summary";
import { valueChanges } from "../value-changes";
import { markup, type Markup } from "./markup";
import { placeOf } from "./summary-view";
import { badge, prose } from "./words";

/** Where the text of a resource is shown. */
export interface TextPlace {
  /** Id of the part of a file. */
  readonly id: string;
  readonly path: string;
}

/** A resource with its consequence; what is destroyed, replaced or has a grave finding is open. */
export function resourceView(resource: ResourceReview, id: string, places: readonly TextPlace[]): Markup {
  const { action, findings, formerAddress, address } = resource;
  const reason = reasonOf(resource);
  const isGrave =
    action === "destroy" ||
    action === "replace" ||
    findings.some(({ kind }) => kind === "data-loss" || kind === "refused");
  const moved = formerAddress === undefined ? undefined : markup` &middot; was <code>${formerAddress}</code>`;
  return markup`
<details class="resource" id="${id}"${isGrave ? markup` open` : undefined}>
<summary>${badge(action)} <h4><code>${address}</code></h4> <span class="quiet">${placeOf(resource)}${moved}${reason === "" ? undefined : ` · ${reason}`}</span></summary>
<div class="body">${findingList(resource)}${argumentTable(resource)}${migrationView(resource)}${linksTo(places)}
</div></details>`;
}

function findingList({ findings }: ResourceReview): Markup | undefined {
  if (findings.length === 0) return undefined;
  return markup`
<ul class="findings">${findings.map(({ kind, message }) => markup`<li class="${kind}"><strong>${FINDING_WORDS[kind]}</strong> ${prose(message)}</li>`)}</ul>`;
}

function argumentTable({ arguments: changes, address }: ResourceReview): Markup | undefined {
  if (changes.length === 0) return undefined;
  const rows = changes.flatMap((change) => {
    const note = noteOf(change);
    return valueChanges(change).map(
      ({ path, before, after }) => markup`
<tr${change.effect === "replace" ? markup` class="forces"` : undefined}><th scope="row"><code>${path}</code>${note === "" ? undefined : markup` <em>${note}</em>`}</th><td class="was">${valueView(before, "−")}</td><td class="now">${valueView(after, "+")}</td></tr>`,
    );
  });
  return markup`
<table class="arguments"><caption>Arguments of ${address} that change</caption><thead><tr><th scope="col">Argument</th><th scope="col">Before</th><th scope="col">Now</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function valueView(text: string | undefined, sign: string): Markup {
  if (text === undefined) return markup`<span class="quiet">not given</span>`;
  return markup`<b class="sign">${sign}</b><code>${text}</code>`;
}

function migrationView({ migration }: ResourceReview): Markup | undefined {
  if (migration === undefined) return undefined;
  const steps = migration.steps.map(
    ({ text, command }) => markup`
<li>${prose(text)}${command === undefined ? undefined : markup`<pre><code>${command}</code></pre>`}</li>`,
  );
  return markup`
<details class="migration"><summary>${migration.title}: ${counted(steps.length, "step")}</summary><ol>${steps}</ol></details>`;
}

function linksTo(places: readonly TextPlace[]): Markup | undefined {
  if (places.length === 0) return undefined;
  return markup`
<p class="links">In the files: ${places.map(({ id, path }, index) => markup`${index === 0 ? "" : ", "}<a href="#${id}">${path}</a>`)}</p>`;
}
