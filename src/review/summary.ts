import { counted } from "../base/text";
import type { FINDING_KINDS, ReviewAction } from "../terraform/live-behaviour";
import type { ResourceReview, Review } from "./review";

/** What is done with resources, the worst first. */
export const ACTIONS: readonly ReviewAction[] = ["destroy", "replace", "update", "create", "forget", "none"];

/** Past participles of actions. */
export const ACTION_WORDS: Readonly<Record<ReviewAction, string>> = {
  destroy: "destroyed",
  replace: "replaced",
  update: "updated in place",
  create: "created",
  forget: "forgotten, left standing",
  none: "left as it is",
};

/** Terraform's own signs. */
export const ACTION_SIGNS: Readonly<Record<ReviewAction, string>> = {
  destroy: "-",
  replace: "-/+",
  update: "~",
  create: "+",
  forget: ".",
  none: " ",
};

/** Titles of the kinds of findings. */
export const FINDING_WORDS: Readonly<Record<(typeof FINDING_KINDS)[number], string>> = {
  "data-loss": "Data loss",
  refused: "Refused",
  security: "Security",
  availability: "Availability",
  note: "Note",
};

/** How many resources each action is done with. */
export function countActions(resources: readonly ResourceReview[]): Readonly<Record<ReviewAction, number>> {
  const count = (action: ReviewAction) => resources.filter((resource) => resource.action === action).length;
  return {
    destroy: count("destroy"),
    replace: count("replace"),
    update: count("update"),
    create: count("create"),
    forget: count("forget"),
    none: count("none"),
  };
}

/** One line: `1 destroyed, 2 replaced; 40 unchanged`. */
export function summaryOf({ resources, settings, unchanged }: Review): string {
  const counts = countActions(resources);
  const words = ACTIONS.filter((action) => counts[action] > 0).map(
    (action) => `${counts[action]} ${ACTION_WORDS[action]}`,
  );
  const others = settings.length === 0 ? [] : [`${counted(settings.length, "other setting")} changed`];
  const all = [...words, ...others];
  return `${all.length === 0 ? "no change" : all.join(", ")}; ${counted(unchanged, "resource")} unchanged`;
}

/** Why a resource is replaced: the arguments that force it, and the replaced resources behind them. */
export function reasonOf({ action, forcedBy, carriedFrom, findings }: ResourceReview): string {
  if (action !== "replace") return carriedFrom.length === 0 ? "" : `follows ${carriedFrom.join(", ")}`;
  const isElsewhere = findings.some(({ code }) => code === "region-changed");
  const arguments_ = [...(isElsewhere ? ["the Region"] : []), ...forcedBy];
  const reason = `${arguments_.join(", ")} ${arguments_.length === 1 ? "forces" : "force"} it`;
  return carriedFrom.length === 0 ? reason : `${reason}, after ${carriedFrom.join(", ")}`;
}

/** When a run is to fail. */
export const FAIL_LEVELS = ["replace", "destroy", "any"] as const;

/** Whether a review reaches a level: `destroy` is anything destroyed for good, or destroyed with data. */
export function reaches(review: Review, level: (typeof FAIL_LEVELS)[number]): boolean {
  const { resources, settings } = review;
  switch (level) {
    case "any":
      return resources.length > 0 || settings.length > 0;
    case "replace":
      return resources.some(({ action }) => action === "replace" || action === "destroy");
    case "destroy":
      return resources.some(({ action, losesData }) => action === "destroy" || losesData);
  }
}
