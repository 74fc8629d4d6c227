import { counted } from "../../base/text";
import { rootOf, type Anchors } from "./anchors";
import type { DiffRow } from "./align-lines";
import type { DiffPart, FileDiff } from "./file-diff";
import { highlightLines, type LineToken } from "./highlight";
import type { PageLibraries } from "./libraries";
import { markup, type Child, type Markup } from "./markup";
import { badge } from "./words";
import { markTokens, wordMarks, type MarkedToken } from "./word-marks";
import type { ResourceReview } from "../review";

/** What a file is shown with. */
export interface FileContext {
  readonly anchors: Anchors;
  readonly libraries: PageLibraries;
  /** The resource that the review lists at an address of the file's root module. */
  readonly resourceAt: (root: string, address: string) => ResourceReview | undefined;
}

/** A file side by side; configuration is open, everything else closed. */
export function fileView(file: FileDiff, index: number, context: FileContext): Markup {
  const { path, change, linesAdded, linesRemoved } = file;
  const lines = linePrinter(file, context.libraries);
  const isOpen = path.endsWith(".tf");
  return markup`
<details class="file" id="${context.anchors.file(index)}"${isOpen ? markup` open` : undefined}>
<summary><h4><code>${path}</code></h4> <span class="quiet">${change === "changed" ? undefined : `${change} file · `}<span class="plus">+${linesAdded}</span> <span class="minus">&minus;${linesRemoved}</span> lines</span></summary>
<div class="code${change === "changed" ? "" : " one"}">${file.parts.map((part, place) => partView(file, part, { index, place, lines, context }))}
</div></details>`;
}

interface PartContext {
  readonly index: number;
  readonly place: number;
  readonly lines: LinePrinter;
  readonly context: FileContext;
}

function partView(file: FileDiff, part: DiffPart, { index, place, lines, context }: PartContext): Markup {
  const table = tableView(file, part, lines);
  if (part.kind === "folded") {
    return markup`
<details class="fold"><summary>${counted(part.rows.length, "unchanged line")}</summary>${table}</details>`;
  }
  const root = rootOf(file.path);
  const isRepeated = part.blocks.join() === shownBefore(file, place)?.blocks.join();
  const heads = (isRepeated ? [] : part.blocks).map((block) => {
    const resource = context.resourceAt(root, block);
    const id = resource === undefined ? undefined : context.anchors.resource(resource);
    if (resource === undefined || id === undefined) return markup`<li><code>${block}</code></li>`;
    return markup`<li>${badge(resource.action)} <a href="#${id}"><code>${block}</code></a></li>`;
  });
  const head =
    heads.length === 0 ? undefined : markup`<ul class="blocks" aria-label="Blocks that change">${heads}</ul>`;
  return markup`
<div id="${context.anchors.part(index, place)}">${head}${table}</div>`;
}

function shownBefore({ parts }: FileDiff, place: number): DiffPart | undefined {
  return parts.slice(0, place).findLast(({ kind }) => kind === "shown");
}

const column = markup`<col class="n"><col>`;

function tableView({ path, change }: FileDiff, { rows }: DiffPart, lines: LinePrinter): Markup {
  const head =
    change === "changed"
      ? markup`<th scope="col">Line before</th><th scope="col">Before</th><th scope="col">Line now</th><th scope="col">Now</th>`
      : markup`<th scope="col">Line</th><th scope="col">Text</th>`;
  return markup`<table><caption>${path}</caption><colgroup>${change === "changed" ? [column, column] : column}</colgroup><thead><tr>${head}</tr></thead><tbody>${rows.map((row) => rowView(row, change, lines))}</tbody></table>`;
}

function rowView(row: DiffRow, change: FileDiff["change"], lines: LinePrinter): Markup {
  const { before, after } = lines(row);
  if (change === "added")
    return markup`
<tr class="added">${cells(row.after, after, "now")}</tr>`;
  if (change === "removed")
    return markup`
<tr class="removed">${cells(row.before, before, "was")}</tr>`;
  return markup`
<tr class="${row.kind}">${cells(row.before, before, "was")}${cells(row.after, after, "now")}</tr>`;
}

function cells(line: number | undefined, text: Child, side: "was" | "now"): Markup {
  if (line === undefined) return markup`<td class="${side} void"></td><td class="${side} void"></td>`;
  return markup`<td class="${side} n">${line + 1}</td><td class="${side}">${text}</td>`;
}

/** Both sides of a row as HTML. */
type LinePrinter = (row: DiffRow) => { readonly before: Child; readonly after: Child };

function linePrinter(file: FileDiff, { diff, tokenize }: PageLibraries): LinePrinter {
  const isCode = /\.(tf|hcl|json)$/.test(file.path);
  const tokensOf = (lines: readonly string[]): readonly (readonly LineToken[])[] =>
    isCode ? highlightLines(lines.join("\n"), tokenize) : lines.map((text) => [{ text, kind: "plain" }]);
  const [old, now] = [tokensOf(file.before), tokensOf(file.after)];
  return ({ kind, before, after }) => {
    const marks =
      kind === "changed"
        ? wordMarks(file.before[before ?? -1] ?? "", file.after[after ?? -1] ?? "", diff)
        : { before: [], after: [] };
    const print = (tokens: readonly LineToken[] | undefined, spans: typeof marks.before, sign: Child) => [
      sign,
      markTokens(tokens ?? [], spans).map((token) => tokenView(token, spans === marks.before)),
    ];
    const signs = kind === "same" ? [] : [markup`<b class="sign">&minus;</b>`, markup`<b class="sign">+</b>`];
    return {
      before: print(old[before ?? -1], marks.before, signs[0]),
      after: print(now[after ?? -1], marks.after, signs[1]),
    };
  };
}

function tokenView({ text, kind, isMarked }: MarkedToken, isBefore: boolean): Child {
  const colored = kind === "plain" ? text : markup`<span class="t-${kind}">${text}</span>`;
  if (!isMarked) return colored;
  return isBefore ? markup`<del>${colored}</del>` : markup`<ins>${colored}</ins>`;
}
