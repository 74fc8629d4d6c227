import { oneOf } from "../../base/text";
import { error } from "../definition";

/** Files of prices. */
export const priceDiagnostics = {
  "prices/unknown-name": error<{
    what: "partition" | "key spec";
    name: string;
    known: readonly string[];
    suggestion: string | undefined;
  }>({
    message: ({ what, name, known }) => `there is no ${what} "${name}"; there is ${oneOf(known, "and")}`,
    help: ({ what, suggestion }) =>
      suggestion === undefined ? `write the name of a ${what}` : `did you mean "${suggestion}"?`,
  }),
};
