import { ADOPTED, AURORA, EXISTING } from "./aurora-edits";
import { MULTI_REGION_KEYS, OTHER_KEYS } from "./key-edits";
import { LICENSED, REPLICAS } from "./rds-edits";
import type { EditedExample } from "./review-edit";

/** Examples with edits of each; between them they have every consequence. */
export const EDITED_EXAMPLES: readonly EditedExample[] = [
  AURORA,
  ADOPTED,
  EXISTING,
  REPLICAS,
  LICENSED,
  MULTI_REGION_KEYS,
  OTHER_KEYS,
];
