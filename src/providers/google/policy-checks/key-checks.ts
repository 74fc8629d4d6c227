import { elementsOf } from "../../../terraform/program-index";
import { followReference } from "../../../terraform/program-index";
import { argumentOf, literalOf } from "../../../terraform/read-body";
import { checkov } from "../../common/policy-checks/checkov";
import type { Condition, ResourceSubject } from "../../common/policy-checks/policy-check";
import { trivy } from "../../common/policy-checks/trivy";
import { benchmarkRotationDays } from "../catalog/limits";
import { cis } from "./cis";
import { secondsAt, holds } from "./conditions";
import { keyUnprotected, rotationChosen, rotationImpossible, rotationOff } from "./exceptions";

const KEY = ["google_kms_crypto_key"];
const MEMBER = ["google_kms_crypto_key_iam_member"];

const DAY = 86_400;
const ROTATION = [rotationImpossible, rotationOff, rotationChosen];

/** Whether the key rotates within the time that the benchmark allows. */
const rotatesInTime: Condition = (subject) => {
  const seconds = secondsAt(subject, "rotationPeriod");
  return seconds >= DAY && seconds <= benchmarkRotationDays.maximum * DAY;
};

/** Asymmetric keys are not looked at. */
const isNotAsymmetric: Condition = (subject) =>
  !holds("purpose", "ASYMMETRIC_SIGN", "ASYMMETRIC_DECRYPT")(subject);

const isNotPublic: Condition = ({ element }) =>
  !["allUsers", "allAuthenticatedUsers"].includes(String(literalOf(element.body, "member")));

/** No other grant on the same key gives the member the other half of the rights. */
const isSeparate: Condition = ({ element, program, programs }) => {
  const mine = grantOf({ element, program, programs });
  return elementsOf(program)
    .filter(({ type }) => MEMBER.includes(type))
    .map((other) => grantOf({ element: other, program, programs }))
    .filter(({ key, member }) => key === mine.key && member === mine.member)
    .every(({ isAdmin }) => isAdmin === mine.isAdmin);
};

function grantOf({ element, program, programs }: ResourceSubject) {
  const key = argumentOf(element.body, "cryptoKeyId");
  const role = String(literalOf(element.body, "role"));
  return {
    key: followReference(key, program, programs)?.element ?? String(literalOf(element.body, "cryptoKeyId")),
    member: String(literalOf(element.body, "member") ?? element.name),
    isAdmin: role === "roles/cloudkms.admin" || role === "roles/owner",
  };
}

/** Checks of keys, and of who may use them. */
export const keyChecks = [
  checkov("CKV_GCP_43", {
    title: "Ensure KMS encryption keys are rotated within a period of 90 days",
    types: KEY,
    judges: isNotAsymmetric,
    passes: rotatesInTime,
    exceptions: ROTATION,
  }),
  trivy("GCP-0065", "high", {
    title: "KMS keys should be rotated at least every 90 days",
    types: KEY,
    judges: isNotAsymmetric,
    passes: rotatesInTime,
    exceptions: ROTATION,
  }),
  cis("1.10", {
    title: "encryption keys are rotated within 90 days",
    types: KEY,
    judges: isNotAsymmetric,
    passes: rotatesInTime,
    exceptions: ROTATION,
  }),
  checkov("CKV_GCP_82", {
    title: "Ensure KMS keys are protected from deletion",
    types: KEY,
    passes: ({ element }) => element.lifecycle.preventDestroy === true,
    exceptions: [keyUnprotected],
  }),
  checkov("CKV_GCP_112", {
    title: "Ensure KMS policy should not allow public access",
    types: MEMBER,
    passes: isNotPublic,
  }),
  checkov("CKV2_GCP_6", {
    title: "Ensure that Cloud KMS cryptokeys are not anonymously or publicly accessible",
    types: MEMBER,
    passes: isNotPublic,
  }),
  cis("1.9", {
    title: "keys are not accessible to everybody",
    types: MEMBER,
    passes: isNotPublic,
  }),
  cis("1.11", {
    title: "nobody both manages a key and encrypts with it",
    types: MEMBER,
    passes: isSeparate,
  }),
];
