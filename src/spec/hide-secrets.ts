import { ownValue } from "../base/own-value";
import { createSourceFile, type SourceFile, type SourceRange } from "../diagnostics/source-file";
import { MASTER_PASSWORDS } from "./master-passwords";
import type { SpecDocument, SpecNode } from "./spec-node";

/** Names under which people write secrets, be they fields of the language or not. `secretKey` names a key set. */
const SECRET_NAMES = /password|passphrase|passwd|credential|secret(?!Key$)|token|private-?key/i;

/** Fields of the language that say how a secret is kept, and what they may say: anything else may be the secret. */
const KEPT: Readonly<Record<string, readonly string[]>> = { masterPassword: MASTER_PASSWORDS };

const HIDDEN = "*";

/**
 * A document that holds no secret that was written into it by mistake, as far as names tell. The text that diagnostics
 * show has stars in the place of values, so that every place stays where it is; a value that is refused anyway is
 * hidden from their messages, too. What may be meant, as a tag may be, keeps its value.
 */
export function hideSecrets(document: SpecDocument): SpecDocument {
  const hidden: SourceRange[] = [];
  const root = hideIn(document.root, hidden);
  return hidden.length === 0 ? document : { file: withStars(document.file, hidden), root };
}

function hideIn(node: SpecNode, hidden: SourceRange[]): SpecNode {
  if (node.kind === "scalar") return node;
  if (node.kind === "list") return { ...node, items: node.items.map((item) => hideIn(item, hidden)) };
  const entries = [...node.entries].map(([name, entry]) => {
    const { value } = entry;
    if (!isSecret(name, value)) return [name, { ...entry, value: hideIn(value, hidden) }] as const;
    hidden.push(value.range);
    return [name, ownValue(KEPT, name) === undefined ? entry : { ...entry, value: starred(value) }] as const;
  });
  return { ...node, entries: new Map(entries) };
}

function isSecret(name: string, value: SpecNode): boolean {
  if (!SECRET_NAMES.test(name) || value.kind !== "scalar" || value.value === null) return false;
  return ownValue(KEPT, name)?.includes(String(value.value)) !== true;
}

function starred(node: SpecNode): SpecNode {
  const stars = HIDDEN.repeat(8);
  return { kind: "scalar", value: stars, source: stars, range: node.range };
}

/** Line ends stay, for lines are counted by them. */
function withStars({ name, text }: SourceFile, ranges: readonly SourceRange[]): SourceFile {
  let shown = text;
  for (const { start, end } of ranges)
    shown = shown.slice(0, start) + shown.slice(start, end).replace(/[^\r\n]/g, HIDDEN) + shown.slice(end);
  return createSourceFile(name, shown);
}
