import type { BlockView, FileView } from "../hcl/view-model";
import { list, record, text, type RecordType, type TypeOf } from "../layout/view-type";
import type { GuideView } from "../markdown/print-guide";

/** A root module, for templates that lay out more than one of its files. */
export interface ModuleView {
  /** Name of the stack. */
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly blocks: readonly BlockView[] }[];
  readonly blocks: readonly BlockView[];
}

/** What the template of a file of configuration, and of a file of the user's own, is given. */
export interface ModuleFileView extends FileView {
  readonly module: ModuleView;
}

const block = record("A block of the configuration.", {
  keyword: text("`terraform`, `provider`, `resource`, `data`, `variable`, `output`, `run` …"),
  labels: list("Type and name, or the name alone; `labels.[0]` is the first.", text("A label.")),
  comment: text("One line on what the block is for, without the `#`; empty if there is none."),
  text: text("The block, formatted, without a line break at its end."),
}) satisfies TypeOf<BlockView>;

/** The type of {@link ModuleFileView}. */
export const fileViewType = record("Every file but the guide.", {
  source: text("File name of the spec."),
  path: text("Path of the file below the output folder."),
  blocks: list("The blocks of the file; none in a file of your own.", block),
  module: record("The root module that the file belongs to.", {
    name: text("Name of the stack."),
    files: list(
      "The files of the standard layout.",
      record("A file.", {
        path: text("Path of the file below the output folder."),
        blocks: list("The blocks of the file.", block),
      }),
    ),
    blocks: list("The blocks of all files, in order.", block),
  }),
}) satisfies TypeOf<ModuleFileView>;

/** The type of {@link GuideView}. */
export const guideViewType = record("`README.md`, the guide of a root module.", {
  source: text("File name of the spec."),
  title: text("Title of the guide."),
  sections: list(
    "The sections.",
    record("A section.", {
      heading: text("Heading; empty for what stands before the first one."),
      text: text("The section as Markdown, without a line break at its end."),
    }),
  ),
}) satisfies TypeOf<GuideView>;

/** The type of a printed block, as the partial `block` takes it. */
export const blockViewType: RecordType = block;

/** The fields that the standard partials print. */
export const STANDARD_PARTIALS: ReadonlyMap<string, readonly string[]> = new Map([
  ["block", ["comment", "text"]],
  ["header", ["source"]],
]);
