import type { Diagram } from "../base/diagram";
import { oneLine } from "../base/text";
import { printCommands } from "./print-commands";
import { printMermaid } from "./print-mermaid";
import type { Guide, GuidePart, GuideSection } from "../terraform/companion";

/** What the template of a guide is given: docs/templates.md explains every field. */
export interface GuideView {
  /** File name of the spec. */
  readonly source: string;
  readonly title: string;
  readonly sections: readonly GuideSectionView[];
}

/** A section, printed as Markdown. */
export interface GuideSectionView {
  /** Empty for what stands before the first heading. */
  readonly heading: string;
  /** Without a line break at its end. */
  readonly text: string;
}

/** The view of a guide. `specName` is the file name of the spec. */
export function guideView({ title, sections }: Guide, specName: string): GuideView {
  return {
    // `--` would end the comment that names the source.
    source: oneLine(specName).replace(/-{2,}/g, "-"),
    title: inline(title),
    sections: sections.map(sectionView),
  };
}

function sectionView({ heading, parts }: GuideSection): GuideSectionView {
  return { heading: inline(heading ?? ""), text: parts.map(printPart).join("\n\n") };
}

function printPart(part: GuidePart): string {
  switch (part.kind) {
    case "paragraph":
      return inline(part.text);
    case "list":
      return part.items
        .map((item, index) => `${part.isOrdered ? `${index + 1}.` : "-"} ${inline(item)}`)
        .join("\n");
    case "table":
      return printTable(part.head, part.rows);
    case "code":
      return printCode(part.language, part.text);
    case "heading":
      return `### ${inline(part.text)}`;
    case "commands":
      return printCode("sh", printCommands(part.commands));
    case "json":
      return printCode("json", JSON.stringify(part.value, null, 2));
    case "diagram":
      return printDiagram(part.diagram);
  }
}

/**
 * What Mermaid draws as GitHub and others set it: https://mermaid.js.org/config/schema-docs/config-properties-maxedges.html
 * and https://mermaid.js.org/config/schema-docs/config-properties-maxtextsize.html.
 */
const MOST_EDGES = 500;
const LONGEST_TEXT = 50_000;

function printDiagram(diagram: Diagram): string {
  if (diagram.edges.length <= MOST_EDGES) {
    const text = printMermaid(diagram);
    if (text.length <= LONGEST_TEXT) return printCode("mermaid", text);
  }
  return "The picture has more boxes and lines than Mermaid draws in a document; `keyspan graph --format svg` draws it.";
}

function printTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => inline(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A fence longer than any run of backquotes in the text, so that the text cannot end it. */
function printCode(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}`;
}

/** Plain text on one line; `code` stays code, everything else that Markdown or HTML would read is escaped. */
function inline(text: string): string {
  return oneLine(text)
    .split(/(`[^`]+`)/)
    .map((piece) => (/^`[^`]+`$/.test(piece) ? piece : escapeText(piece)))
    .join("");
}

function escapeText(text: string): string {
  return text
    .replace(/[\\`*[\]#~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}
