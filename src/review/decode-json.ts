import type { RawRecord, RawValue } from "./configuration";
import { jsonencodeArgument, splitText } from "./expression-text";
import { HclSyntaxError, type HclParser } from "./hcl-json";

/**
 * Puts the value that `jsonencode(…)` is given in the place of the call: a policy is compared as what it says,
 * not as text.
 */
export async function decodeJson(document: RawRecord, parser: HclParser): Promise<RawRecord> {
  const encoded = new Map<string, string>();
  visitTexts(document, (text) => {
    const argument = encodedIn(text);
    if (argument !== undefined) encoded.set(text, argument);
  });
  if (encoded.size === 0) return document;
  const lines = [...encoded.values()].map((argument, index) => `e${index} = ${argument}`);
  const values = await tryParse(`${lines.join("\n")}\n`, parser);
  const decoded = new Map([...encoded.keys()].map((text, index) => [text, values[`e${index}`] ?? text]));
  return replaceTexts(document, (text) => decoded.get(text) ?? text) as RawRecord;
}

function encodedIn(text: string): string | undefined {
  if (!text.startsWith("${jsonencode(")) return undefined;
  const [part, ...rest] = splitText(text);
  return part?.kind === "expression" && rest.length === 0 ? jsonencodeArgument(part.text) : undefined;
}

/** `jsonencode(a) + jsonencode(b)` begins and ends like one call and is none: such texts stay as they are. */
async function tryParse(text: string, parser: HclParser): Promise<RawRecord> {
  try {
    return (await parser.parse("jsonencode.tf", text)) as RawRecord;
  } catch (error) {
    if (error instanceof HclSyntaxError) return {};
    throw error;
  }
}

function visitTexts(value: RawValue, visit: (text: string) => void): void {
  if (typeof value === "string") visit(value);
  else if (typeof value === "object" && value !== null)
    for (const item of Object.values<RawValue>(value)) visitTexts(item, visit);
}

function replaceTexts(value: RawValue, replace: (text: string) => RawValue): RawValue {
  if (typeof value === "string") return replace(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return (value as readonly RawValue[]).map((item) => replaceTexts(item, replace));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceTexts(item, replace)]));
}
