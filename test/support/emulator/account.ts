import { createHash } from "node:crypto";
import { mustGet } from "../../../src/base/invariant";
import { RegionOfAccount } from "./region-of-account";

/** The environment variable in which the tests find the emulator. */
export const EMULATOR_ENDPOINT = "KEYSPAN_EMULATOR_ENDPOINT";

/** The number of an account that belongs to one scenario only: scenarios share the emulator and nothing else. */
export function accountOf(scenario: string): string {
  const digest = createHash("sha256").update(scenario).digest();
  return String(100_000_000_000 + (digest.readUIntBE(0, 5) % 900_000_000_000));
}

/** An account of the emulator. */
export class Account {
  /** Where the provider, and everything else that speaks to AWS, finds the emulator, and as whom. */
  readonly env: NodeJS.ProcessEnv;
  private readonly regions = new Map<string, RegionOfAccount>();
  private readonly endpoint: string;
  private readonly accessKeyId: string;

  constructor(
    readonly number: string,
    regionNames: readonly string[],
  ) {
    const endpoint = process.env[EMULATOR_ENDPOINT];
    if (endpoint === undefined) throw new Error("the global setup starts the emulator");
    // The emulator reads the account from the key: server/patches/accounts.py.
    const credentials = { accessKeyId: `AKIA${this.number}TEST`, secretAccessKey: "test" };
    this.endpoint = endpoint;
    this.accessKeyId = credentials.accessKeyId;
    for (const region of regionNames)
      this.regions.set(region, new RegionOfAccount({ region, endpoint, credentials }));
    this.env = {
      ...process.env,
      // What the machine is set up for must not reach the emulator.
      AWS_CA_BUNDLE: undefined,
      AWS_PROFILE: undefined,
      AWS_SESSION_TOKEN: undefined,
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_REGION: "us-east-1",
    };
  }

  /** What is in a Region, by its name. */
  inRegion(region: string): RegionOfAccount {
    return mustGet(this.regions, region);
  }

  /** A bucket, for states. The emulator checks no signature. */
  async createBucket(name: string): Promise<void> {
    const Authorization = `AWS4-HMAC-SHA256 Credential=${this.accessKeyId}/20260101/us-east-1/s3/aws4_request`;
    const { ok } = await fetch(`${this.endpoint}/${name}`, { method: "PUT", headers: { Authorization } });
    if (!ok) throw new Error(`no bucket ${name} was created`);
  }

  /** What specs take for granted: the subnet group `private-databases` in every Region. */
  async createNetwork(): Promise<void> {
    await Promise.all(
      [...this.regions.values()].map((region) => region.createSubnetGroup("private-databases")),
    );
  }
}
