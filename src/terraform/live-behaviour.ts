/*
 * The port through which a review asks a provider what its resources do when their configuration changes. The
 * review itself knows Terraform's language and planning, and no provider.
 */

/** A value of a configuration as far as it is known before anything is applied. */
export type ReviewValue =
  null | boolean | number | string | readonly ReviewValue[] | { readonly [key: string]: ReviewValue } | Late;

const LATE: unique symbol = Symbol("late value");

/** A value that the text does not tell. */
export interface Late {
  readonly [LATE]: true;
  /** Two late values are the same exactly when their texts are. */
  readonly text: string;
  /** Addresses of replaced or new resources that make it known only after they are applied; empty: it stands. */
  readonly causes: readonly string[];
}

/** A value that the text does not tell; without causes it is one that stands already. */
export function late(text: string, causes: readonly string[] = []): Late {
  return { [LATE]: true, text, causes };
}

/** Whether a value is one that the text does not tell. */
export function isLate(value: ReviewValue | undefined): value is Late {
  return typeof value === "object" && value !== null && LATE in value;
}

/** Whether a value is one with names, of which the text tells at least those. */
export function isRecord(value: ReviewValue | undefined): value is Readonly<Record<string, ReviewValue>> {
  return typeof value === "object" && value !== null && !isLate(value) && !Array.isArray(value);
}

/** What a resource holds that is lost with it. */
export type Holding = "database" | "contents" | "key" | "backup" | "logs";

/**
 * How live resources of a type take changes of their arguments. Names are Terraform's; arguments of nested
 * blocks are `block.argument`, as deep as they stand. Every argument of the type stands in exactly one of the first three lists.
 */
export interface TypeBehaviour {
  /** In prose, after an article: `KMS key`. */
  readonly noun: string;
  /** Where the provider says so. */
  readonly source: string;
  /** A change destroys the resource and creates another. */
  readonly replaces: readonly string[];
  /** The same, of arguments that only newer versions of the provider have: they stand in none of the other lists. */
  readonly replacesNewer?: readonly string[];
  /** Of those that are updated: taking the argument away destroys the resource and creates another. */
  readonly replacesWhenUnset?: readonly string[];
  /** A change is made to the resource that stands. */
  readonly updates: readonly string[];
  /** Sent and never stored: a change alone does nothing. */
  readonly writeOnly?: readonly string[];
  /** Arguments that keep the value they have in the live system when the text stops giving one. */
  readonly kept?: readonly string[];
  /** Arguments whose difference the provider suppresses, given the other arguments: what stands is kept. */
  readonly suppresses?: Readonly<
    Record<
      string,
      (
        before: ReviewValue | undefined,
        after: ReviewValue | undefined,
        given: Readonly<Record<string, ReviewValue>>,
      ) => boolean
    >
  >;
  /** What an argument is when the text does not give it, where that is not nothing, false or zero. */
  readonly unset?: Readonly<Record<string, ReviewValue>>;
  /** Arguments and blocks whose items have no order. */
  readonly sets?: readonly string[];
  readonly holds?: Holding;
  /** Arguments that name the thing in the live system; two with the same are the same thing. */
  readonly identity?: readonly string[];
  /** The argument that the `id` attribute repeats. */
  readonly idIs?: string;
  /** Attributes that follow from arguments, such as `{parent}/things/{name}`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** It is one for several Regions: a provider block of another one of them finds the same. */
  readonly spansRegions?: boolean;
  /** The argument that names what the resource is a part of, or gives access to: it stands in the Region of that. */
  readonly standsIn?: string;
}

/** A resource on one side of a comparison. */
export interface ReviewedResource {
  readonly type: string;
  readonly address: string;
  /** Folder of the root module, relative to the deployment's; empty when it is the deployment's own. */
  readonly root: string;
  /** Undefined for what has none, or none that the text tells. */
  readonly region: string | undefined;
  readonly arguments: Readonly<Record<string, ReviewValue>>;
  /** Terraform refuses to destroy it while its block stands. */
  readonly isProtected: boolean;
}

/** What becomes of a resource when the new configuration is applied. */
export type ReviewAction = "none" | "create" | "update" | "replace" | "destroy" | "forget";

/** A resource before and after. */
export interface ResourceTransition {
  readonly before: ReviewedResource | undefined;
  readonly after: ReviewedResource | undefined;
  readonly action: ReviewAction;
  /** Arguments that the text changes in vain. */
  readonly withoutEffect?: readonly IneffectiveChange[];
}

/** An argument whose change does nothing: `ignore_changes` names it, or the live system keeps what it has. */
export interface IneffectiveChange {
  readonly name: string;
  readonly because: "ignored" | "kept";
  readonly isRemoved: boolean;
}

/** What a finding is about, the worst first. */
export const FINDING_KINDS = ["data-loss", "refused", "security", "availability", "note"] as const;

/** Something a reviewer must know. */
export interface Finding {
  readonly kind: (typeof FINDING_KINDS)[number];
  /** Permanent, kebab-case. */
  readonly code: string;
  /** One sentence, with its full stop. */
  readonly message: string;
}

/** A step of a migration. */
export interface MigrationStep {
  /** What to do, in sentences. */
  readonly text: string;
  /** The command to run, with `<…>` where the reader must fill in. */
  readonly command?: string;
}

/** How to get to what cannot be changed in place without losing data. */
export interface Migration {
  readonly title: string;
  readonly steps: readonly MigrationStep[];
}

/** What else is configured where a resource stands. */
export interface ResourcePlacement {
  /** Arguments of the provider block that it uses. */
  readonly provider: Readonly<Record<string, ReviewValue>>;
  readonly arguments: Readonly<Record<string, ReviewValue>>;
}

/** The change from provider blocks for each Region to an argument on each resource, and back. */
export interface PlacementChange {
  readonly finding: Finding;
  /** By the way in which resources say their Regions afterwards. */
  readonly migrations: Readonly<Record<"alias" | "argument", Migration>>;
}

/** What a provider knows of its live resources. */
export interface LiveBehaviour {
  readonly types: ReadonlyMap<string, TypeBehaviour>;
  /** The Region in which a resource stands. */
  readonly regionOf: (type: string, placement: ResourcePlacement) => string | undefined;
  /** Whether two things of different Regions have one id, so that whoever asks for one in the other's Region gets that. */
  readonly shareId: (one: ReviewedResource, other: ReviewedResource) => boolean;
  /** Arguments that only say where a resource stands, as a provider block can; {@link regionOf} reads them. */
  readonly placementArguments: readonly string[];
  /** Arguments that follow from others, such as tags that the provider block adds. */
  readonly derived: (type: string, placement: ResourcePlacement) => Readonly<Record<string, ReviewValue>>;
  /** Derived arguments by name, each with the argument that it restates where that changes too. */
  readonly restates: Readonly<Record<string, string>>;
  /** A value without what makes no difference in the live system. */
  readonly normalise: (type: string, argument: string, value: ReviewValue) => ReviewValue;
  /** What a reviewer must know of one resource, among all of the deployment. */
  readonly findings: (
    transition: ResourceTransition,
    all: readonly ResourceTransition[],
  ) => readonly Finding[];
  /** What a reviewer must know of a provider block whose arguments change; undefined on a side that has none. */
  readonly providerFindings: (
    before: Readonly<Record<string, unknown>> | undefined,
    after: Readonly<Record<string, unknown>> | undefined,
  ) => readonly Finding[];
  /** What to do where resources stay in their Regions and say them in the other way; undefined: there is one way. */
  readonly placementChange: PlacementChange | undefined;
  /** What to do instead of a replacement; undefined where nothing is lost by it. */
  readonly migration: (
    transition: ResourceTransition,
    all: readonly ResourceTransition[],
  ) => Migration | undefined;
}
