import type { PlannedDatabase } from "../../../model/database";
import { codes } from "./guide-parts";

/** What keeps Terraform from replacing databases, as the end of a sentence that says it would. */
export function whatHoldsReplacement(databases: readonly PlannedDatabase[]): string {
  const others = databases.filter(({ protect }) => !protect);
  if (others.length === 0) return "which `prevent_destroy` refuses";
  if (others.length === databases.length) return "and what is in it would be lost";
  return `which \`prevent_destroy\` refuses; what is in ${codes(others.map(({ name }) => name))} would be lost`;
}
