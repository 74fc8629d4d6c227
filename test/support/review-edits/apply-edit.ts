import type { ReviewedFile } from "../../../src/review/configuration";
import { readText } from "../repository";
import { filesOf } from "../reviews";
import { replaceIn, type EditedExample, type Replacement, type ReviewEdit } from "./review-edit";

/** What an edit starts from, and what it makes of it. */
export interface EditedFiles {
  /** The same for all edits of an example that start from it as it comes. */
  readonly standing: string;
  readonly before: readonly ReviewedFile[];
  readonly after: readonly ReviewedFile[];
}

/** Applies an edit to its example. */
export function applyEdit({ example, adapted }: EditedExample, edit: ReviewEdit): EditedFiles {
  const text = replaceIn(readText(`examples/${example}.yaml`), adapted);
  const standing = replaceIn(text, edit.standing);
  const after = replaceInFiles(filesOf(replaceIn(standing, edit.spec)), edit.hcl);
  const own = edit.file === undefined ? [] : [{ path: "own.tf", content: edit.file }];
  return { standing, before: filesOf(standing), after: [...after, ...own] };
}

function replaceInFiles(
  files: readonly ReviewedFile[],
  replacements: readonly Replacement[] = [],
): readonly ReviewedFile[] {
  return replacements.reduce((edited, [from, to]) => {
    const target = edited.find(({ content }) => content.includes(from));
    if (target === undefined) throw new Error(`nothing to replace: ${from}`);
    return edited.map((file) =>
      file === target ? { ...file, content: replaceIn(file.content, [[from, to]]) } : file,
    );
  }, files);
}
