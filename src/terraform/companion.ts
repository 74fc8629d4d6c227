import type { Diagram } from "../base/diagram";
import type { BodyItem } from "./block";
import type { ValueRecord } from "./expression";

/*
 * What accompanies a root module beside its configuration: a guide for people, tests for `terraform test`,
 * documents for other tools. Like the programs, this is structure; files are made from it by the back ends.
 */

/** A file that stands beside the configuration. */
export type Companion =
  | { readonly kind: "guide"; readonly path: string; readonly guide: Guide }
  | { readonly kind: "test"; readonly path: string; readonly blocks: readonly TestBlock[] }
  | {
      readonly kind: "document";
      readonly path: string;
      readonly format: "json" | "yaml";
      readonly value: ValueRecord;
    };

/** A text for people, in sections. */
export interface Guide {
  readonly title: string;
  readonly sections: readonly GuideSection[];
}

/** A section of a guide; without a heading it stands before all others. */
export interface GuideSection {
  readonly heading?: string;
  readonly parts: readonly GuidePart[];
}

/**
 * A part of a section. Text is plain, but that `code` between backquotes is set as code; whatever else would
 * mean something in Markdown is taken literally.
 */
export type GuidePart =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[]; readonly isOrdered: boolean }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: "code"; readonly language: string; readonly text: string }
  /** A heading below that of the section. */
  | { readonly kind: "heading"; readonly text: string }
  /** Commands for a shell, each by its words, which are quoted where they must be. */
  | { readonly kind: "commands"; readonly commands: readonly (readonly string[])[] }
  | { readonly kind: "json"; readonly value: ValueRecord }
  | { readonly kind: "diagram"; readonly diagram: Diagram };

/** A block of a test file; names are Terraform's own. */
export interface TestBlock {
  readonly keyword: string;
  readonly labels: readonly string[];
  readonly items: readonly TestItem[];
  readonly comment?: string;
}

/** An argument, or a block in a block. */
export type TestItem =
  Extract<BodyItem, { kind: "argument" }> | { readonly kind: "block"; readonly block: TestBlock };
