import { costOfKeys, keyCosts, sumOfCosts } from "../../../src/model/key-cost";
import { compileAccepted } from "../../support/specs";

const PRICE = { currency: "USD", perKey: 1, perRotation: 1, chargedRotations: 2 };

const spec = (keys: string) => `
apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1, eu-west-1, ap-southeast-2]
keys:
  tokens: ${keys}
`;

test.each([
  ["{ strategy: multi-region, purpose: [client-side-encryption] }", [3, 3, 6, 9]],
  ["{ strategy: single-region }", [3, 3, 6, 9]],
  ["{ strategy: single-region, regions: [eu-west-1] }", [1, 1, 2, 3]],
  ["{ strategy: single-region, rotation: false }", [3, 3, 3, 3]],
  ["{ strategy: multi-region, purpose: [mac], spec: HMAC_256 }", [3, 3, 3, 3]],
])("%s: keys, cost now, after the first rotation, at most %j", (keys, expected) => {
  const { plan } = compileAccepted({ name: "spec.yaml", text: spec(keys) });
  const [cost] = keyCosts(plan.keySets, PRICE);
  expect([cost?.keys, cost?.now, cost?.afterFirstRotation, cost?.atMost]).toEqual(expected);
});

test("keys that are not of the deployment cost it nothing", () => {
  const { plan } = compileAccepted({
    name: "spec.yaml",
    text: spec("{ strategy: aws-managed }"),
  });
  expect(keyCosts(plan.keySets, PRICE)).toEqual([]);
});

test("the price of a key rises with each rotation that is charged, and no further", () => {
  const { plan } = compileAccepted({ name: "spec.yaml", text: spec("{ strategy: single-region }") });
  const after = (chargedRotations: number) =>
    sumOfCosts(keyCosts(plan.keySets, { ...PRICE, perKey: 0.1, perRotation: 0.2, chargedRotations }));
  expect(after(0)).toEqual({
    keys: 3,
    now: 0.3,
    afterFirstRotation: 0.3,
    afterSecondRotation: 0.3,
    atMost: 0.3,
    afterOneYear: 0.3,
    afterTwoYears: 0.3,
  });
  expect(after(3)).toEqual({
    keys: 3,
    now: 0.3,
    afterFirstRotation: 0.9,
    afterSecondRotation: 1.5,
    atMost: 2.1,
    afterOneYear: 0.9,
    afterTwoYears: 1.5,
  });
});

test("each key has its cost in its Region", () => {
  const { plan } = compileAccepted({ name: "spec.yaml", text: spec("{ strategy: single-region }") });
  const costs = costOfKeys(plan.keySets, PRICE);
  expect(costs.map(({ keySet, region, now }) => [keySet, region, now])).toEqual([
    ["tokens", "us-east-1", 1],
    ["tokens", "ap-southeast-2", 1],
    ["tokens", "eu-west-1", 1],
  ]);
});

const GOOGLE = `
apiVersion: keyspan/v1
name: orders
provider: { name: google, project: acme-orders }
primaryRegion: us-central1
regions: [us-central1, us-east1]
keys:
  tokens: { strategy: multi-region, location: us, purpose: [client-side-encryption], protection: hsm }
  seals: { strategy: single-region, purpose: [client-side-encryption] }
`;

test("a key has the price of its protection, one for several Regions costs once, and rotations add up for ever", () => {
  const { plan } = compileAccepted({ name: "spec.yaml", text: GOOGLE });
  const hsm = { perKey: 1, perRotation: 1 };
  const price = {
    ...PRICE,
    perKey: 0.06,
    perRotation: 0.06,
    chargedRotations: Infinity,
    byProtection: { hsm },
  };
  const costs = costOfKeys(plan.keySets, price);
  expect(
    costs.map(({ region, now, afterOneYear, afterTwoYears }) => [region, now, afterOneYear, afterTwoYears]),
  ).toEqual([
    ["us-central1", 0.06, 0.3, 0.54],
    ["us-east1", 0.06, 0.3, 0.54],
    ["us", 1, 5, 9],
  ]);
  expect(costs[2]?.atMost).toBe(Infinity);
});
