/*
 * The texts that the parser leaves of expressions: `${type.storage.id}`, or text with such parts in it.
 */

/** A part of a text: literal, or an expression without its `${` and `}`. */
export type TextPart =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "expression"; readonly text: string };

/** Takes a text apart; markers that are doubled are text. */
export function splitText(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let literal = "";
  for (let at = 0; at < text.length;) {
    const doubled = text.startsWith("$${", at) || text.startsWith("%%{", at);
    if (doubled) {
      literal += text.slice(at + 1, at + 3);
      at += 3;
    } else if (text.startsWith("${", at) || text.startsWith("%{", at)) {
      const end = endOfExpression(text, at + 2);
      if (literal !== "") parts.push({ kind: "text", text: literal });
      literal = "";
      parts.push({ kind: "expression", text: text.slice(at + 2, end).trim() });
      at = end + 1;
    } else {
      literal += text[at] ?? "";
      at += 1;
    }
  }
  if (literal !== "" || parts.length === 0) parts.push({ kind: "text", text: literal });
  return parts;
}

/** Where the expression that begins at `start` ends: the place of its closing brace. */
function endOfExpression(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') at = endOfQuote(text, at);
    else if (letter === "{") depth += 1;
    else if (letter === "}" && depth === 0) return at;
    else if (letter === "}") depth -= 1;
  }
  return text.length;
}

/** The place of the quote that closes the one at `start`; quotes inside `${…}` do not. */
function endOfQuote(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text.startsWith("${", at) && text[at - 1] !== "$") at = endOfExpression(text, at + 2);
    else if (text[at] === '"') return at;
  }
  return text.length;
}

const STEP = String.raw`\.[A-Za-z_][\w-]*|\[\s*"(?:[^"\\]|\\.)*"\s*\]|\[\s*\d+\s*\]|\.\d+`;
const REFERENCE = new RegExp(String.raw`[A-Za-z_][\w-]*(?:${STEP})+`, "y");
const WHOLE_REFERENCE = new RegExp(String.raw`^[A-Za-z_][\w-]*(?:${STEP})+$`);

/** A reference by its steps: `a.b["c"]` is `a`, `b`, `c`. */
export type ReferenceSteps = readonly string[];

/** The steps of an expression that is one reference and nothing else. */
export function wholeReference(expression: string): ReferenceSteps | undefined {
  return WHOLE_REFERENCE.test(expression) ? stepsOf(expression) : undefined;
}

function stepsOf(text: string): ReferenceSteps {
  return [...text.matchAll(/([A-Za-z_][\w-]*)|\[\s*"((?:[^"\\]|\\.)*)"\s*\]|\[\s*(\d+)\s*\]|\.(\d+)/g)].map(
    ([, name, key, index, dotted]) => name ?? key ?? index ?? dotted ?? "",
  );
}

/** Every reference in an expression, texts in it included. */
export function referencesIn(
  expression: string,
): readonly { readonly text: string; readonly steps: ReferenceSteps }[] {
  const found: { text: string; steps: ReferenceSteps }[] = [];
  for (let at = 0; at < expression.length;) {
    if (expression[at] === '"') {
      const end = endOfQuote(expression, at);
      for (const part of splitText(expression.slice(at + 1, end)))
        if (part.kind === "expression") found.push(...referencesIn(part.text));
      at = end + 1;
      continue;
    }
    REFERENCE.lastIndex = at;
    const match = REFERENCE.exec(expression);
    if (match !== null) {
      found.push({ text: match[0], steps: stepsOf(match[0]) });
      at += match[0].length;
    } else at += /^[\w-]+/.exec(expression.slice(at))?.[0].length ?? 1;
  }
  return found;
}

/** What `jsonencode(…)` is given, when an expression is such a call and nothing else. */
export function jsonencodeArgument(expression: string): string | undefined {
  const match = /^jsonencode\(([\s\S]*)\)$/.exec(expression);
  return match?.[1];
}
