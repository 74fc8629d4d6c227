import { renderDeployment } from "../../src/compiler";
import { compileAccepted } from "../support/specs";
import { linesOver80, runInMemory } from "../support/command-line";

const REGIONS = ["us-east-1", "us-west-2", "eu-west-1", "eu-central-1", "ap-southeast-2", "ap-northeast-1"];

const head = (name: string, regions: readonly string[], account = "") => `apiVersion: keyspan/v1
name: ${name}
provider: { name: aws${account === "" ? "" : `, account: "${account}"`} }
primaryRegion: ${regions[0] ?? ""}
regions: [${regions.join(", ")}]
`;

const ORDERS = `${head("orders", ["us-east-1", "eu-west-1"])}keys:
  storage: { strategy: single-region }
  tokens: { strategy: multi-region, purpose: [client-side-encryption], rotation: false }
`;

const database = (name: string, key: string) => `
  ${name}:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    key: ${key}
    instances: { class: db.r6g.large, count: 2 }`;

const LARGE = `${head("platform", REGIONS, "111122223333")}keys:
  storage: { strategy: single-region }
  documents: { strategy: multi-region, purpose: [database, client-side-encryption] }
  webhooks: { strategy: multi-region, purpose: [mac], spec: HMAC_256, overrides: { eu-west-1: { enabled: false } } }
  reports: { strategy: aws-managed }
  central:
    strategy: existing
    regions: [us-east-1]
    arns: { us-east-1: "arn:aws:kms:us-east-1:444455556666:key/11111111-2222-3333-4444-555555555555" }
databases:${["a", "b", "c", "d", "e", "f", "g"].map((name) => database(name, "storage")).join("")}${database("h", "documents")}
`;

const GOVCLOUD = `${head("permits", ["us-gov-west-1", "us-gov-east-1"])}keys: { storage: { strategy: single-region } }\n`;

test("a small spec: each key set, each Region, other keys, requests, quotas", async () => {
  const { exitCode, out } = await runInMemory({ "orders.yaml": ORDERS }, "cost", "orders.yaml");
  expect(exitCode).toBe(0);
  expect(out).toBe(`orders: 4 keys in 2 Regions, 4.00 USD a month

key set                keys       now  1 rotation  2 rotations
storage                   2      2.00        4.00         6.00  single-region
tokens                    2      2.00        2.00         2.00  multi-region
all                       4      4.00        6.00         8.00

Region                 keys       now  1 rotation  2 rotations
us-east-1                 2      2.00        3.00         4.00
eu-west-1                 2      2.00        3.00         4.00

instead of own keys    keys       now  1 rotation  2 rotations
AWS managed keys        any      0.00        0.00         0.00  requests charged
AWS owned keys          any      0.00        0.00         0.00  requests free

requests, each 10,000   USD
symmetric, HMAC        0.03  20,000 a month free, over all Regions
asymmetric             0.15
  RSA_2048             0.03

Prices in aws of 2024-04-12, for a month: https://aws.amazon.com/kms/pricing/.
Rotations after the second one add nothing. Multi-Region keys cost as much as
single-Region keys, replica keys and disabled keys as much as others. Requests
are charged to the account that makes them, also on a key of another account.
What the provider's own keys rule out, keyspan advise says.

quotas in a Region           used       of        most in
customer managed keys           2  100,000  <1 %  us-east-1
aliases of a key                1       50   2 %  us-east-1: storage
grants of the spec on a key     0   50,000   0 %
bytes of a key policy         393   32,768   1 %  us-east-1: tokens
Counted are the given specs; what else the account has is not known here.
`);
});

test("a large spec fits on 80 columns, and says who pays for keys that are not its own", async () => {
  const { out } = await runInMemory({ "a.yaml": LARGE }, "cost", "a.yaml");
  expect(linesOver80(out)).toEqual([]);
  expect(out).toMatch(/^platform: 18 keys in 6 Regions, 18.00 USD a month\n/);
  expect(out).toContain("\nall                      18     18.00       30.00        42.00\n");
  expect(out).toContain("\nreports: no charge for keys that the provider keeps.\n");
  expect(out).toContain("\ncentral: keys that stand already, paid by their owner: 444455556666.\n");
  expect(out).toContain("\nwebhooks: 1 disabled key, at the price of enabled ones.\n");
});

test("deployments of one account are summed Region by Region, those of others are not", async () => {
  const specs = {
    "a.yaml": LARGE,
    "b.yaml": `${head("b", ["us-east-1"], "111122223333")}keys: { k: { strategy: single-region } }`,
    "c.yaml": ORDERS,
  };
  const { out } = await runInMemory(specs, "cost", "a.yaml", "b.yaml", "c.yaml", "--json");
  const { regions, partitions } = JSON.parse(out) as {
    regions: { region: string; account: string | null; month: { now: number } }[];
    partitions: { month: object }[];
  };
  const inVirginia = regions.filter(({ region }) => region === "us-east-1");
  expect(inVirginia.map(({ account, month }) => [account, month.now])).toEqual([
    [null, 2],
    ["111122223333", 4],
  ]);
  expect(partitions.map(({ month }) => month)).toEqual([
    { now: 23, afterFirstRotation: 38, afterSecondRotation: 53, atMost: 53 },
  ]);
});

test("requests are charged beyond those that are free", async () => {
  const cost = async (count: string) => {
    const { out } = await runInMemory({ "a.yaml": ORDERS }, "cost", "a.yaml", "--requests", count, "--json");
    return (JSON.parse(out) as { partitions: { requests: unknown }[] }).partitions[0]?.requests;
  };
  expect(await cost("20000")).toEqual({ count: 20_000, month: 0 });
  expect(await cost("1020000")).toEqual({ count: 1_020_000, month: 3 });
});

test("prices of another partition are not guessed", async () => {
  const { out } = await runInMemory({ "a.yaml": GOVCLOUD }, "cost", "a.yaml");
  expect(out).toMatch(/^permits: 2 keys in 2 Regions, at unknown prices\n/);
  expect(out).toContain(
    "\nPrices of partition aws-us-gov are not known to keyspan, and it does not guess:\n",
  );
  const { out: json } = await runInMemory({ "a.yaml": GOVCLOUD }, "cost", "a.yaml", "--json");
  expect(JSON.parse(json)).toMatchObject({ partitions: [{ prices: null, month: null }] });
});

const PRICES = `apiVersion: keyspan-prices/v1
prices:
  aws-us-gov:
    currency: USD
    asOf: "2026-01-31"
    source: our agreement
    perKey: 1.1
    perRotation: 0.1
    chargedRotations: 5
`;

test("a file gives prices that are not known, or takes the place of those that are", async () => {
  const { out } = await runInMemory(
    { "a.yaml": GOVCLOUD, "p.yaml": PRICES },
    "cost",
    "a.yaml",
    "--prices",
    "p.yaml",
  );
  expect(out).toMatch(/^permits: 2 keys in 2 Regions, 2.20 USD a month\n/);
  expect(out).toContain("\nstorage                   2      2.20        2.40         2.60  single-region\n");
  expect(out).toContain("until rotation 5, here to 3.20 USD a month.");
  expect(out).not.toContain("requests, each");
});

const GOOGLE = `apiVersion: keyspan/v1
name: vault
provider: { name: google, project: acme-vault }
primaryRegion: europe-west1
regions: [europe-west1]
keys:
  plain: { strategy: single-region, purpose: [client-side-encryption] }
  hard: { strategy: single-region, purpose: [client-side-encryption], protection: hsm }
`;

test.each([
  ["software", "EC_SIGN_P384_SHA384", "0.06"],
  ["hsm", "EC_SIGN_P384_SHA384", "2.50"],
  ["hsm", "RSA_SIGN_PSS_4096_SHA512", "2.50"],
  ["hsm", "RSA_SIGN_PSS_2048_SHA256", "1.00"],
  ["external", "EC_SIGN_P384_SHA384", "3.00"],
])("Google's price of a key in %s with spec %s is %s", async (protection, spec, price) => {
  const keySet = `{ strategy: single-region, purpose: [signing], protection: ${protection}, spec: ${spec} }`;
  const text = `${GOOGLE.slice(0, GOOGLE.indexOf("keys:"))}keys: { receipts: ${keySet} }\n`;
  const { out } = await runInMemory({ "a.yaml": text }, "cost", "a.yaml");
  expect(out).toMatch(new RegExp(`^vault: 1 key in 1 Region, ${price.replace(".", "\\.")} USD a month\\n`));
});

test("keys that are protected otherwise have prices of their own, and every rotation may be charged", async () => {
  const prices = PRICES.replace("aws-us-gov", "googleapis.com").replace("Rotations: 5", "Rotations: all");
  const now = async (text: string) => {
    const files = { "a.yaml": GOOGLE, "p.yaml": text };
    const { out } = await runInMemory(files, "cost", "a.yaml", "--prices", "p.yaml");
    return out;
  };
  expect(await now(prices)).toMatch(/^vault: 2 keys in 1 Region, 2.20 USD a month\n/);
  const text = await now(
    `${prices}    byProtection: { hsm: { perKey: 5, perRotation: 4, bySpec: { HMAC_SHA256: 9 } } }\n`,
  );
  expect(text).toMatch(/^vault: 2 keys in 1 Region, 6.10 USD a month\n/);
  expect(text).toContain("\nhard                      1      5.00        9.00        13.00  single-region\n");
  expect(text).toContain("rotation adds to the price, for ever");
});

test.each([
  ["chargedRotations: some", ":9:23 error spec/wrong-type"],
  ["byProtection: { hsm: { perKey: 1 } }", ":10:21 error spec/missing-field"],
  ["byProtection: { hms: { perKey: 1, perRotation: 1 } }", ":10:21 error spec/unknown-field"],
  [
    "byProtection: { hsm: { perKey: 1, perRotation: 1, bySpec: { EC_SING: 1 } } }",
    ':10:65 error prices/unknown-name: there is no key spec "EC_SING"',
  ],
  [
    "byProtection: { external: { perKey: 1, perRotation: 1 } }",
    ':10:21 error prices/unknown-name: there is no protection "external"; there is "hsm"',
  ],
])("prices with %s are refused at their place", async (line, message) => {
  const text = line.startsWith("charged")
    ? PRICES.replace("chargedRotations: 5", line)
    : `${PRICES}    ${line}\n`;
  const files = { "a.yaml": GOVCLOUD, "p.yaml": text };
  const { exitCode, err } = await runInMemory(files, "cost", "a.yaml", "--prices", "p.yaml");
  expect(exitCode).toBe(1);
  expect(err).toContain(`p.yaml${message}`);
});

test.each([
  ["asOf: 2026", ":5:11 error spec/wrong-type: expected text, not the number 2026"],
  ["perKey: -1", ":7:13 error spec/too-small: -1 is too small; the least is 0"],
  ["perkey: 1", ':7:5 error spec/unknown-field: unknown field "perkey" in prices.aws-us-gov'],
  ["aws-us-gvo:", ':3:3 error prices/unknown-name: there is no partition "aws-us-gvo"'],
])("a file of prices with %s is refused at its place", async (line, message) => {
  const text = PRICES.replace(new RegExp(`${line.slice(0, 4)}.*`, "i"), line);
  const { exitCode, out, err } = await runInMemory(
    { "a.yaml": GOVCLOUD, "p.yaml": text },
    "cost",
    "a.yaml",
    "--prices",
    "p.yaml",
  );
  expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
  expect(err).toContain(`p.yaml${message}`);
});

test("a key spec that is not there, and a file that is not there, are refused", async () => {
  const text = `${PRICES}    requests: { per: 1, free: 0, symmetric: 1, asymmetric: 1, bySpec: { RSA_2084: 1 } }\n`;
  const unknown = await runInMemory(
    { "a.yaml": GOVCLOUD, "p.yaml": text },
    "cost",
    "a.yaml",
    "--prices",
    "p.yaml",
  );
  expect(unknown.err).toContain('error prices/unknown-name: there is no key spec "RSA_2084"');
  const missing = await runInMemory({ "a.yaml": GOVCLOUD }, "cost", "a.yaml", "--prices", "p.yaml");
  expect(missing.err).toContain("p.yaml:1:1 error spec/unreadable");
});

test("a quota that is nearly used up is marked, and fails the run with --strict only", async () => {
  const names = Array.from({ length: 39 }, (_, index) => `a${index}`).join(", ");
  const spec = `${head("orders", ["us-east-1"])}keys: { k: { strategy: single-region, aliases: [${names}] } }\n`;
  const { exitCode, out } = await runInMemory({ "a.yaml": spec }, "cost", "a.yaml");
  expect(exitCode).toBe(0);
  expect(out).toMatch(/\naliases of a key +40 +50 +80 % +us-east-1: k {2}near the limit\n/);
  expect(out).toContain("\nNear the limit: aliases of a key; the provider raises it on request:");
  expect((await runInMemory({ "a.yaml": spec }, "cost", "a.yaml", "--strict")).exitCode).toBe(1);
});

test("clusters and instances are counted in each Region, those of all specs of an account together", async () => {
  const instances = ["x", "y", "z"].map(
    (name) => `
  ${name}:
    engine: postgres
    engineVersion: "16.6"
    topology: read-replicas
    key: k
    instances: { class: db.r6g.large }
    storage: { allocatedGiB: 100 }`,
  );
  const many = `${head("many", ["us-east-1", "us-west-2"], "111122223333")}keys: { k: { strategy: single-region } }
databases:${instances.join("")}
`;
  const { out } = await runInMemory({ "a.yaml": LARGE, "b.yaml": many }, "cost", "a.yaml", "b.yaml");
  // Eight global databases of two instances in each Region, and three instances with a replica.
  expect(out).toMatch(/\nDB clusters +8 +40 +20 % +ap-northeast-1\n/);
  expect(out).toMatch(/\nDB instances +19 +40 +48 % +us-east-1\n/);
});

test("the README of the deployment has the same numbers", () => {
  const readme = renderDeployment(compileAccepted({ name: "orders.yaml", text: ORDERS }), "orders.yaml").find(
    ({ path }) => path.endsWith("README.md"),
  );
  expect(readme?.content).toContain("| all | 4 | 4.00 | 6.00 | 8.00 |");
});

test("a count of requests that is no number is wrong usage", async () => {
  const { exitCode } = await runInMemory({ "a.yaml": ORDERS }, "cost", "a.yaml", "--requests", "many");
  expect(exitCode).toBe(64);
});
