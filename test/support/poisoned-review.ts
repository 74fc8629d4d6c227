import fc from "fast-check";
import type { Review } from "../../src/review/review";
import { isLate, late, type ReviewValue } from "../../src/terraform/live-behaviour";
import { reviewHcl } from "./reviews";
import { difficultTexts } from "./texts";

/** Texts that would be HTML or Markdown, were they not escaped. */
const MARKUP = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><a href="https://example.com">',
  "' onclick='alert(1)",
  "</style></title></details></table></svg>",
  "<!--",
  "]]>",
  "&lt;b&gt;&#x3c;",
  "javascript:alert(1)",
  "<svg><style>",
  "```<b>`",
  "`<img src=x>",
  "](javascript:alert(1))",
  "![a](https://example.com/a.png)",
  "\n\n# heading\n\n<b>",
  "</summary></details>",
  "\u202e",
];

/** Texts made of them, and of what means something elsewhere. */
export const hostileTexts = fc
  .array(fc.oneof(fc.constantFrom(...MARKUP), difficultTexts), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(""));

/** What is a word of keyspan's own in a review, never of a spec or a golden. */
const OWN = new Set(["action", "kind", "change", "effect", "code", "id", "from", "to", "level"]);

/** A review in which every text that could come from a spec or a golden is another one. */
export function poisoned<T>(value: T, text: string): T {
  const replace = (one: unknown, name: string): unknown => {
    if (typeof one === "string") return OWN.has(name) ? one : text;
    if (typeof one !== "object" || one === null) return one;
    if (isLate(one as ReviewValue)) return late(text, [text]);
    if (Array.isArray(one)) return one.map((item) => replace(item, name));
    return Object.fromEntries(Object.entries(one).map(([key, item]) => [key, replace(item, key)] as const));
  };
  return replace(value, "") as T;
}

const BEFORE = `
provider "aws" { region = "us-east-1" }
resource "aws_kms_key" "a" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Sid = "A", Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" }] })
  lifecycle { prevent_destroy = true }
}
resource "aws_db_instance" "a" {
  identifier = "a"
  kms_key_id = aws_kms_key.a.arn
}
resource "aws_kms_alias" "gone" {
  name          = "alias/a"
  target_key_id = aws_kms_key.a.id
}
output "a" { value = 1 }`;
const AFTER = BEFORE.replace('"kms:*"', '["kms:*", "kms:Decrypt"]')
  .replace(
    "lifecycle { prevent_destroy = true }",
    "multi_region = true\n  lifecycle { prevent_destroy = true }",
  )
  .replace(/resource "aws_kms_alias"[\s\S]*\n}/, "")
  .replace("value = 1", "value = 2");

/** A review that has everything that a form of it shows. */
export function fullReview(): Promise<Review> {
  return reviewHcl(BEFORE, AFTER);
}
