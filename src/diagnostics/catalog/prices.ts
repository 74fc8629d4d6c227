import { oneOf } from "../../base/text";
import { error } from "../definition";

/** What a file of prices names. */
export type PricedName = "partition" | "key spec" | "protection";

/** Files of prices. */
export const priceDiagnostics = {
  "prices/unknown-name": error<{
    what: PricedName;
    name: string;
    known: readonly string[];
    suggestion: string | undefined;
  }>({
    message: ({ what, name, known }) => `there is no ${what} "${name}"; there is ${oneOf(known, "and")}`,
    help: ({ what, suggestion }) =>
      suggestion === undefined ? `write the name of a ${what}` : `did you mean "${suggestion}"?`,
  }),
};
