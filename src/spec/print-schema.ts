import { deploymentSchema } from "./schema/deployment";
import { HINT } from "./schema/hint";

/** The JSON Schema of the language as a file, for editors: without the annotations that only we read. */
export function printSchema(): string {
  const text = JSON.stringify(
    deploymentSchema,
    (key, value: unknown) => (key === HINT ? undefined : value),
    2,
  );
  return `${text}\n`;
}
