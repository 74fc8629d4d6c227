import { keyCosts } from "../../../src/model/key-cost";
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
