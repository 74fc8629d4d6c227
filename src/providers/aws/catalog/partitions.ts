/** What a partition decides: how ARNs and service names are written there. */
export interface Partition {
  readonly name: string;
  readonly dnsSuffix: string;
  /** DNS suffixes in `kms:ViaService`; both where AWS does not document which one it is. */
  readonly viaServiceSuffixes: readonly string[];
}

const COMMERCIAL = "amazonaws.com";

/** Partitions by name, as the endpoints data of the AWS SDK lists them (botocore 1.43, endpoints.json). */
export const partitions: ReadonlyMap<string, Partition> = new Map(
  [
    { name: "aws", dnsSuffix: COMMERCIAL, viaServiceSuffixes: [COMMERCIAL] },
    { name: "aws-cn", dnsSuffix: "amazonaws.com.cn", viaServiceSuffixes: [COMMERCIAL, "amazonaws.com.cn"] },
    { name: "aws-us-gov", dnsSuffix: COMMERCIAL, viaServiceSuffixes: [COMMERCIAL] },
    { name: "aws-iso", dnsSuffix: "c2s.ic.gov", viaServiceSuffixes: ["c2s.ic.gov"] },
    { name: "aws-iso-b", dnsSuffix: "sc2s.sgov.gov", viaServiceSuffixes: ["sc2s.sgov.gov"] },
    { name: "aws-iso-e", dnsSuffix: "cloud.adc-e.uk", viaServiceSuffixes: ["cloud.adc-e.uk"] },
    { name: "aws-iso-f", dnsSuffix: "csp.hci.ic.gov", viaServiceSuffixes: ["csp.hci.ic.gov"] },
    { name: "aws-eusc", dnsSuffix: "amazonaws.eu", viaServiceSuffixes: [COMMERCIAL, "amazonaws.eu"] },
  ].map((partition) => [partition.name, partition]),
);
