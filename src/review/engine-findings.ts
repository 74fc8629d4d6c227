import type { Finding, LiveBehaviour, ReviewedResource } from "../terraform/live-behaviour";
import type { Configuration, RawRecord, ResourceBlock, RootModule } from "./configuration";
import type { Pair } from "./match-resources";
import type { PlannedChange } from "./plan-changes";
import { identityKey, type Relocation } from "./relocations";

/** What a finding may be drawn from beside the resource itself. */
export interface ReviewContext {
  readonly planned: readonly PlannedChange[];
  /** By what is destroyed and by what is created. */
  readonly relocations: ReadonlyMap<PlannedChange, Relocation>;
  /** The Regions in which a database stays. */
  readonly inhabited: ReadonlySet<string | undefined>;
  readonly after: Configuration;
  readonly behaviour: LiveBehaviour;
}

/** What findings may be drawn from, found once for all of them. */
export function createReviewContext(
  planned: readonly PlannedChange[],
  relocations: readonly Relocation[],
  { after: configuration, behaviour }: Pick<ReviewContext, "after" | "behaviour">,
): ReviewContext {
  const staying = planned.filter(
    ({ after, action }) =>
      after !== undefined && holdsDatabase(after, behaviour) && (action === "none" || action === "update"),
  );
  return {
    planned,
    relocations: new Map(relocations.flatMap((one) => [[one.from, one] as const, [one.to, one] as const])),
    inhabited: new Set(staying.map(({ after }) => after?.region)),
    after: configuration,
    behaviour,
  };
}

function holdsDatabase({ type }: ReviewedResource, { types }: LiveBehaviour): boolean {
  return types.get(type)?.holds === "database";
}

/** What follows from Terraform's own ways, whatever the provider. */
export function engineFindings(change: PlannedChange, context: ReviewContext): readonly Finding[] {
  return [
    ...relocation(change, context),
    ...protection(change),
    ...placement(change),
    ...outOfReach(change, context),
    ...lastCopy(change, context),
    ...unverified(change, context),
  ];
}

/**
 * What there is to say of a resource that stays where it is, though Terraform is to destroy it, since its provider
 * block goes to another Region; nothing for all others.
 */
export function leftBehindFindings(change: PlannedChange, context: ReviewContext): readonly Finding[] {
  const found = lookedForElsewhere(change, context);
  return found === undefined || found.kind === "refused" ? [] : [...relocation(change, context), found];
}

/** `root/address`, or the address alone where there is one root module. */
function placeText({ root, address }: { readonly root: string; readonly address: string }): string {
  return root === "" ? `\`${address}\`` : `\`${address}\` in \`${root}\``;
}

function relocation(change: PlannedChange, { relocations }: ReviewContext): Finding[] {
  const found = relocations.get(change);
  const [old, now] = [found?.from.before, found?.to.after];
  if (old === undefined || now === undefined) return [];
  if (found?.kind === "renamed") return renamed(found.from === change, old, now);
  const remedy =
    old.root === now.root
      ? `say that it moved: \`moved { from = ${old.address}, to = ${now.address} }\`, or \`renamedFrom\` in the spec`
      : 'move it between the states before applying: docs/reviewing-goldens.md, "Changing the layout"';
  const message =
    found?.from === change
      ? `The same thing stands at ${placeText(now)} now. Terraform destroys it here and creates it there; ${remedy}.`
      : `The same thing stood at ${placeText(old)} before. Terraform destroys it there and creates it here; ${remedy}.`;
  return [{ kind: found?.from === change ? "data-loss" : "availability", code: "address-changed", message }];
}

function renamed(isGone: boolean, old: ReviewedResource, now: ReviewedResource): Finding[] {
  const remedy =
    "say so: `renamedFrom` in the spec, or a `moved` block. Terraform then moves it and destroys nothing";
  const message = isGone
    ? `${placeText(now)} looks like it under another name. If it was renamed, ${remedy}.`
    : `It looks like ${placeText(old)} under another name. If it was renamed, ${remedy}.`;
  return [{ kind: isGone ? "data-loss" : "availability", code: "looks-renamed", message }];
}

function protection({ before, after, action }: PlannedChange): Finding[] {
  if (action === "replace" && after?.isProtected === true)
    return [
      {
        kind: "refused",
        code: "prevent-destroy",
        message: "Terraform refuses the whole plan while `prevent_destroy` stands in the block.",
      },
    ];
  if (action === "destroy" && before?.isProtected === true)
    return [
      {
        kind: "note",
        code: "prevent-destroy-removed",
        message: "`prevent_destroy` goes with the block: Terraform does not stop this.",
      },
    ];
  if (before?.isProtected === true && after?.isProtected === false)
    return [
      {
        kind: "security",
        code: "prevent-destroy-off",
        message: "`prevent_destroy` is taken away: a later change may replace or destroy it.",
      },
    ];
  if (before?.isProtected === false && after?.isProtected === true)
    return [
      {
        kind: "note",
        code: "prevent-destroy-on",
        message: "`prevent_destroy` is set: Terraform refuses to destroy it from now on.",
      },
    ];
  return [];
}

function placement({ before, after }: PlannedChange): Finding[] {
  if (before === undefined || after === undefined || before.region === after.region) return [];
  return [
    {
      kind: "data-loss",
      code: "region-changed",
      message: `It moves from ${before.region ?? "no Region"} to ${after.region ?? "no Region"}: a new one is created there; where the provider block changed, the old one is left behind unmanaged.`,
    },
  ];
}

/**
 * What Terraform is to destroy and does not reach: by a provider block that is gone or goes elsewhere, or in a root
 * module that is gone. https://developer.hashicorp.com/terraform/language/block/provider#alias
 */
function outOfReach(change: PlannedChange, context: ReviewContext): Finding[] {
  const { pair, action } = change;
  if (pair.before === undefined || action !== "destroy") return [];
  const { root, block } = pair.before;
  const now = context.after.get(root.folder);
  if (now === undefined) return isRelocated(pair, context) ? [] : rootGone(root);
  if (!now.providers.has(block.provider)) return providerGone(block);
  const found = lookedForElsewhere(change, context);
  return found?.kind === "refused" ? [found] : [];
}

function isRelocated(pair: Pair, { relocations }: ReviewContext): boolean {
  return [...relocations.keys()].some((change) => change.pair === pair);
}

function rootGone({ folder }: RootModule): Finding[] {
  const root = folder === "" ? "Its root module" : `Its root module \`${folder}\``;
  return [
    {
      kind: "refused",
      code: "root-gone",
      message: `${root} is gone, and to apply the others destroys nothing of it: run \`terraform destroy\` there while its files are as they were.`,
    },
  ];
}

/** Where a block without an alias is gone, Terraform goes on with one of its own making. */
function providerGone({ provider }: ResourceBlock): Finding[] {
  if (!provider.includes(".")) return [];
  return [
    {
      kind: "refused",
      code: "provider-gone",
      message: `Terraform refuses the whole plan: to destroy it, it needs the provider block \`${provider}\`, which is gone. Leave that until this is destroyed; in the spec it is the Region under \`regions\`.`,
    },
  ];
}

/**
 * What comes of what Terraform is to destroy by a provider block that goes to another Region: it looks for it there,
 * by its name or id.
 */
function lookedForElsewhere(
  { pair, before, action }: PlannedChange,
  { planned, after, behaviour }: ReviewContext,
): Finding | undefined {
  if (pair.before === undefined || before === undefined || action !== "destroy") return undefined;
  const { root, block } = pair.before;
  if (behaviour.types.get(block.type)?.spansRegions === true) return undefined;
  const regionBy = (provider: RawRecord | undefined) =>
    provider && behaviour.regionOf(block.type, { provider, arguments: block.arguments });
  const old = regionBy(root.providers.get(block.provider));
  const now = regionBy(after.get(root.folder)?.providers.get(block.provider));
  if (old === undefined || now === undefined || old === now) return undefined;
  const find = (isIt: (one: ReviewedResource) => boolean) =>
    planned.find((one) => one.before?.region === now && isIt(one.before))?.before;
  const namesake = find((one) => isNamesake(one, { ...before, region: now }, behaviour));
  const related = find((one) => behaviour.shareId(one, before));
  const why = `Its provider block \`${block.provider}\` goes from ${old} to ${now}: Terraform`;
  const forget = `Run \`terraform state rm '${block.address}'\` before.`;
  const leaves = `this stands on in ${old}, where nobody manages it`;
  if (namesake !== undefined)
    return {
      kind: "data-loss",
      code: "mistaken-for-another",
      message: `${why} finds ${placeText(namesake)} there by the same name and destroys that instead; ${leaves}. ${forget}`,
    };
  if (related !== undefined)
    return {
      kind: "refused",
      code: "mistaken-for-another",
      message: `${why} finds ${placeText(related)} there by the same id, and refuses the whole plan since that is something else. ${forget}`,
    };
  return {
    kind: "data-loss",
    code: "left-behind",
    message: `${why} looks for it there, does not find it and drops it from the state. Nothing destroys it: ${leaves}.`,
  };
}

/** Whether two resources have the same name; only of types that have names. */
function isNamesake(one: ReviewedResource, other: ReviewedResource, behaviour: LiveBehaviour): boolean {
  if (behaviour.types.get(one.type)?.identity === undefined) return false;
  const identity = identityKey(one, behaviour);
  return identity !== undefined && identity === identityKey(other, behaviour);
}

/** A Region that is left without any copy of a database. */
function lastCopy({ before, action }: PlannedChange, { inhabited, behaviour }: ReviewContext): Finding[] {
  if (before === undefined || (action !== "destroy" && action !== "replace")) return [];
  if (!holdsDatabase(before, behaviour) || before.region === undefined) return [];
  if (inhabited.has(before.region)) return [];
  return [
    {
      kind: "data-loss",
      code: "last-copy-in-region",
      message: `No other database of the deployment stays in ${before.region}: the Region loses its only copy.`,
    },
  ];
}

function unverified({ after, before, action }: PlannedChange, { behaviour }: ReviewContext): Finding[] {
  const type = (after ?? before)?.type ?? "";
  if (behaviour.types.has(type) || action !== "update") return [];
  return [
    {
      kind: "note",
      code: "unknown-type",
      message: `keyspan does not know \`${type}\`: whether this is an update or a replacement, \`terraform plan\` tells.`,
    },
  ];
}
