import { groupBy } from "../../base/group-by";
import { isPresent } from "../../base/present";
import { counted } from "../../base/text";
import type { Finding } from "../../terraform/live-behaviour";
import { headlineOf } from "../headline";
import type { ResourceReview, Review } from "../review";
import { ACTIONS, ACTION_SIGNS, ACTION_WORDS, countActions, FINDING_WORDS, reasonOf } from "../summary";
import type { Anchors } from "./anchors";
import { markup, type Markup } from "./markup";
import { badge, prose } from "./words";

/** The top of a deployment's review: what it comes to, what is lost, what a plan does not say. */
export function summaryView(review: Review, anchors: Anchors): Markup {
  const headline = headlineOf(review);
  const columns = [
    [graveView(review, anchors)].filter(isPresent),
    findingsView(review, ["data-loss", "refused"], anchors),
    findingsView(review, ["security", "availability"], anchors),
  ].filter(({ length }) => length > 0);
  return markup`
<header class="verdict ${headline.level}">
<h2 id="${anchors.deployment}-title">${review.deployment}</h2>
<p class="headline">${headline.level === "data-loss" ? markup`<strong>Data loss:</strong> ` : undefined}${headline.text}</p>
${tallyView(review)}
</header>
<div class="brief">${columns.map((sections) => markup`<div>${sections}</div>`)}
</div>`;
}

function tallyView({ resources, settings, unchanged }: Review): Markup {
  const counts = countActions(resources);
  const items = ACTIONS.filter((action) => counts[action] > 0).map(
    (action) =>
      markup`<li class="${action}"><i>${ACTION_SIGNS[action].trim()}</i><b>${counts[action]}</b> ${ACTION_WORDS[action]}</li>`,
  );
  const others =
    settings.length === 0
      ? undefined
      : markup`<li><b>${settings.length}</b> other ${settings.length === 1 ? "setting" : "settings"} changed</li>`;
  return markup`<ul class="tally" aria-label="Resources">${items}${others}<li class="none"><b>${unchanged}</b> unchanged</li></ul>`;
}

function graveView({ resources }: Review, anchors: Anchors): Markup | undefined {
  const grave = resources.filter(({ action }) => action === "destroy" || action === "replace");
  if (grave.length === 0) return undefined;
  const id = `${anchors.deployment}-grave`;
  const items = grave.map((resource) => {
    const reason = reasonOf(resource);
    return markup`
<li>${badge(resource.action)} ${resourceLink(resource, anchors)} <span class="quiet">${placeOf(resource)}${resource.losesData ? markup` &middot; <strong class="loss">holds data</strong>` : undefined}${reason === "" ? undefined : ` · ${reason}`}</span></li>`;
  });
  return markup`
<section class="grave" aria-labelledby="${id}"><h3 id="${id}">Destroyed or replaced <span class="count">${grave.length}</span></h3><ul>${items}</ul></section>`;
}

/** The same message about several resources is said once. */
function findingsView({ resources }: Review, kinds: readonly Finding["kind"][], anchors: Anchors): Markup[] {
  const all = resources.flatMap((resource) => resource.findings.map((finding) => ({ resource, finding })));
  return kinds.flatMap((kind) => {
    const found = all.filter(({ finding }) => finding.kind === kind);
    if (found.length === 0) return [];
    const messages = [...groupBy(found, ({ finding }) => finding.message)].map(
      ([message, about]) => markup`
<li><p>${prose(message)}</p><ul class="about" aria-label="Resources">${about.map(({ resource }) => markup`<li>${resourceLink(resource, anchors)}</li>`)}</ul></li>`,
    );
    return [kindView(kind, messages, anchors)];
  });
}

const MOST_SHOWN = 3;

function kindView(kind: Finding["kind"], messages: readonly Markup[], anchors: Anchors): Markup {
  const id = `${anchors.deployment}-${kind}`;
  const rest = messages.slice(MOST_SHOWN);
  const more =
    rest.length === 0
      ? undefined
      : markup`<details class="more"><summary>${counted(rest.length, "more finding")}</summary><ul>${rest}</ul></details>`;
  return markup`
<section class="finding ${kind}" aria-labelledby="${id}"><h3 id="${id}">${FINDING_WORDS[kind]} <span class="count">${messages.length}</span></h3><ul>${messages.slice(0, MOST_SHOWN)}</ul>${more}</section>`;
}

function resourceLink(resource: ResourceReview, anchors: Anchors): Markup {
  const code = markup`<code>${resource.address}</code>`;
  const id = anchors.resource(resource);
  return id === undefined ? code : markup`<a href="#${id}">${code}</a>`;
}

/** What a resource is, and where: `key, eu-west-1`. */
export function placeOf({ noun, region, root }: ResourceReview): string {
  return [noun, ...(region === undefined ? [] : [region]), ...(root === "" ? [] : [root])].join(", ");
}
