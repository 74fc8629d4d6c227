import type { LiveBehaviour } from "../../../terraform/live-behaviour";

/** How live resources of Google Cloud take changes. */
export const googleLiveBehaviour: LiveBehaviour = {
  types: new Map(),
  regionOf: (_type, placement) => {
    const region = placement.arguments["region"] ?? placement.arguments["location"];
    return typeof region === "string" ? region : undefined;
  },
  placementArguments: [],
  derived: () => ({}),
  restates: {},
  normalise: (_type, _argument, value) => value,
  findings: () => [],
  providerFindings: () => [],
  placementChange: undefined,
  migration: () => undefined,
};
