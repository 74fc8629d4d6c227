import type { CapacitySupport, VersionSupport } from "../../../model/engine";

/** The greatest capacity of versions before 256 units: the page of {@link laterCapacities}. */
const EARLIER_MAXIMUM = 128;

/**
 * Capacities that came after Aurora Serverless v2 itself:
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ServerlessV2ScalingConfiguration.html and
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html.
 */
export function laterCapacities(support: {
  readonly pause: (version: string) => VersionSupport;
  readonly maximum: (version: string) => VersionSupport;
}): readonly CapacitySupport[] {
  return [
    {
      feature: "pausing at a capacity of 0",
      isAsked: (minimum) => minimum === 0,
      supportedBy: support.pause,
    },
    {
      feature: `a capacity above ${EARLIER_MAXIMUM}`,
      isAsked: (_, maximum) => maximum > EARLIER_MAXIMUM,
      supportedBy: support.maximum,
    },
  ];
}
