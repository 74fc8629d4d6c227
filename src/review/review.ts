import { sortedBy, sortedUnique } from "../base/ordering";
import {
  FINDING_KINDS,
  type Finding,
  type LiveBehaviour,
  type Migration,
  type ReviewAction,
  type ReviewedResource,
} from "../terraform/live-behaviour";
import type { ArgumentChange } from "./compare-arguments";
import { compareSettings, type SettingChange } from "./compare-settings";
import type { Configuration } from "./configuration";
import { deploymentChanges, type DeploymentChange } from "./deployment-changes";
import {
  createReviewContext,
  engineFindings,
  leftBehindFindings,
  type ReviewContext,
} from "./engine-findings";
import { pictureOf, type Picture } from "./picture";
import { planChanges, type PlannedChange } from "./plan-changes";
import { findRelocations } from "./relocations";

/** What changed in the text about a resource. */
export type TextChange = "added" | "removed" | "moved" | "changed";

/** A resource that the new configuration treats differently, and what that does to the live one. */
export interface ResourceReview {
  readonly address: string;
  /** Its address before, where that was another one. */
  readonly formerAddress: string | undefined;
  readonly type: string;
  readonly noun: string;
  /** Folder of its root module, relative to the deployment's; empty when it is that folder. */
  readonly root: string;
  readonly region: string | undefined;
  readonly change: TextChange;
  readonly action: ReviewAction;
  readonly arguments: readonly ArgumentChange[];
  /** Names of the arguments that force the replacement. */
  readonly forcedBy: readonly string[];
  /** Addresses of the replaced resources that carry the change here. */
  readonly carriedFrom: readonly string[];
  /** Whether something that holds data is destroyed. */
  readonly losesData: boolean;
  readonly findings: readonly Finding[];
  /** What to do instead of the replacement. */
  readonly migration: Migration | undefined;
}

/** What a changed golden does to the live system. */
export interface Review {
  readonly deployment: string;
  /** The worst first. */
  readonly resources: readonly ResourceReview[];
  /** How many resources stay as they are. */
  readonly unchanged: number;
  /** Everything that is no resource. */
  readonly settings: readonly SettingChange[];
  /** What concerns all of it: another layout, another way to say Regions. */
  readonly changes: readonly DeploymentChange[];
  /** Every resource on both sides, for pictures. */
  readonly all: readonly PlannedChange[];
  /** Regions, keys and databases with what becomes of them; drawn when asked for, since few forms of a review show it. */
  readonly drawPicture: () => Picture;
}

/**
 * Reviews the change of a deployment from one configuration to another. `folder` is the deployment's, below the
 * working folder, as commands are to name it.
 */
export function reviewConfigurations(
  deployment: string,
  before: Configuration,
  after: Configuration,
  behaviour: LiveBehaviour,
  folder = `out/${deployment}`,
): Review {
  const planned = planChanges(before, after, behaviour);
  const relocations = findRelocations(planned, behaviour);
  const context = createReviewContext(planned, relocations, { after, behaviour });
  const reviews = planned.flatMap((change) => reviewResource(change, planned, context) ?? []);
  return {
    deployment,
    resources: sortedBy(reviews, sortKey),
    unchanged: planned.length - reviews.length,
    settings: compareSettings(before, after, behaviour),
    changes: deploymentChanges(planned, relocations, { behaviour, folder }),
    all: planned,
    drawPicture: () => pictureOf({ before, after, planned, behaviour }),
  };
}

/** Whether nothing differs. */
export function isUnchanged({ resources, settings, changes }: Review): boolean {
  return resources.length === 0 && settings.length === 0 && changes.length === 0;
}

function reviewResource(
  change: PlannedChange,
  planned: readonly PlannedChange[],
  context: ReviewContext,
): ResourceReview | undefined {
  const resource = change.after ?? change.before;
  if (resource === undefined) return undefined;
  const text = textChange(change);
  if (text === undefined) return undefined;
  const { behaviour } = context;
  const type = behaviour.types.get(resource.type);
  const leftBehind = leftBehindFindings(change, context);
  const stays = leftBehind.length > 0;
  // What stays where it is has none of the consequences of being destroyed.
  const findings = stays
    ? leftBehind
    : [...behaviour.findings(change, planned), ...engineFindings(change, context)];
  const { action } = change;
  return {
    address: resource.address,
    formerAddress: change.before?.address === resource.address ? undefined : change.before?.address,
    type: resource.type,
    noun: type?.noun ?? resource.type,
    root: resource.root,
    region: resource.region,
    change: text,
    action,
    arguments: change.arguments,
    forcedBy: change.arguments.filter(({ effect }) => effect === "replace").map(({ name }) => name),
    carriedFrom: sortedUnique(
      change.arguments.flatMap(({ because }) => (because.kind === "carried" ? because.causes : [])),
    ),
    losesData: !stays && type?.holds !== undefined && (action === "destroy" || action === "replace"),
    migration: behaviour.migration(change, planned),
    findings: sortedBy(findings, ({ kind }) => String(FINDING_KINDS.indexOf(kind))),
  };
}

function textChange({ before, after, action, arguments: changes }: PlannedChange): TextChange | undefined {
  if (before === undefined) return "added";
  if (after === undefined) return "removed";
  if (before.address !== after.address) return "moved";
  return changes.length > 0 || action !== "none" || differsInProtection(before, after)
    ? "changed"
    : undefined;
}

function differsInProtection(before: ReviewedResource, after: ReviewedResource): boolean {
  return before.isProtected !== after.isProtected;
}

const ACTION_ORDER: readonly ReviewAction[] = ["destroy", "replace", "update", "create", "forget", "none"];

/** Lost data first, also of what stands; then by what is done, then by the worst finding, then by place. */
function sortKey({ losesData, action, findings, root, address }: ResourceReview): string {
  const [worst] = findings;
  const finding = worst === undefined ? FINDING_KINDS.length : FINDING_KINDS.indexOf(worst.kind);
  const isLost = losesData || (action === "none" && worst?.kind === "data-loss");
  return [isLost ? 0 : 1, ACTION_ORDER.indexOf(action), finding, root, address].join(" ");
}
