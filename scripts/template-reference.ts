import type { ViewType } from "../src/layout/view-type";
import { fileViewType, guideViewType } from "../src/templates/view-model";

const OPEN = "<!-- view model -->";
const CLOSE = "<!-- /view model -->";

/** docs/templates.md with the tables of what a template is given, from the types that names are checked against. */
export function fillTemplateReference(page: string): string {
  const [before = "", rest = ""] = page.split(OPEN);
  const after = rest.split(CLOSE)[1] ?? "\n";
  const tables = [fileViewType, guideViewType].map(printTable).join("\n\n");
  return `${before}${OPEN}\n\n${tables}\n\n${CLOSE}${after}`;
}

function printTable(type: ViewType): string {
  const rows = rowsOf("", type).map(
    ([name, kind, description]) => `| \`${name}\` | ${kind} | ${description.replaceAll("|", "\\|")} |`,
  );
  return [type.description, "", "| name | is | what it says |", "| --- | --- | --- |", ...rows].join("\n");
}

function rowsOf(place: string, type: ViewType): [string, string, string][] {
  if (type.kind === "list") return type.item.kind === "text" ? [] : rowsOf(`${place}[]`, type.item);
  if (type.kind === "text") return [];
  return Object.entries(type.fields).flatMap(([name, field]): [string, string, string][] => {
    const at = place === "" ? name : `${place}.${name}`;
    return [[at, field.kind, field.description], ...rowsOf(at, field)];
  });
}
