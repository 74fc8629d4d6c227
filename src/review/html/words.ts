import type { ReviewAction } from "../../terraform/live-behaviour";
import { ACTION_SIGNS, ACTION_WORDS } from "../summary";
import { markup, type Markup } from "./markup";

/** An action by sign, word and colour. */
export function badge(action: ReviewAction): Markup {
  const sign = ACTION_SIGNS[action].trim();
  return markup`<span class="badge ${action}">${sign === "" ? undefined : markup`<b>${sign}</b> `}${ACTION_WORDS[action]}</span>`;
}

/** A message with the code between its backquotes set as code. */
export function prose(message: string): Markup {
  const parts = message.split("`");
  // A backquote without a second one is text.
  const isPaired = parts.length % 2 === 1;
  if (!isPaired) return markup`${message}`;
  return markup`${parts.map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : part))}`;
}
