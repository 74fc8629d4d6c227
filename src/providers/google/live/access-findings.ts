import type { Finding, ResourceTransition, ReviewedResource } from "../../../terraform/live-behaviour";
import { textOf } from "../../common/live/transition";

/** https://cloud.google.com/iam/docs/principals-overview */
const EVERYBODY = ["allUsers", "allAuthenticatedUsers"];
const AGENT = /@gcp-sa-([a-z-]+)\.iam\.gserviceaccount\.com$/;

/** Who gets a role on a key, and who loses one. */
export function accessFindings({ before, after, action }: ResourceTransition): readonly Finding[] {
  if ((after ?? before)?.type !== "google_kms_crypto_key_iam_member" || action === "none") return [];
  if (before !== undefined && after !== undefined) return changed(before, after);
  if (after !== undefined) return [given(after)];
  return before === undefined || action === "forget" ? [] : [taken(before)];
}

function changed(before: ReviewedResource, after: ReviewedResource): readonly Finding[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  if (old.member === now.member && old.role !== now.role)
    return [
      {
        kind: "security",
        code: "role-changed",
        message: `\`${now.member}\` gets \`${now.role}\` on \`${now.key}\` instead of \`${old.role}\`.`,
      },
    ];
  if (old.member === now.member && old.key === now.key)
    return [
      {
        kind: "security",
        code: "access-condition-changed",
        message: `The condition under which \`${now.member}\` has \`${now.role}\` changes.`,
      },
    ];
  return [given(after), taken(before)];
}

function given(resource: ReviewedResource): Finding {
  const { member, role, key } = partsOf(resource);
  const warning = EVERYBODY.includes(member) ? " That is everybody." : "";
  return {
    kind: "security",
    code: "access-given",
    message: `\`${member}\` gets \`${role}\` on \`${key}\`.${warning}`,
  };
}

function taken(resource: ReviewedResource): Finding {
  const { member, role, key } = partsOf(resource);
  const isAgent = AGENT.test(member);
  const consequence = isAgent
    ? " Databases that it encrypts with the key are suspended until the role is back."
    : "";
  return {
    kind: "availability",
    code: isAgent ? "agent-access-taken" : "access-taken",
    message: `\`${member}\` loses \`${role}\` on \`${key}\`.${consequence}`,
  };
}

function partsOf({ arguments: { member, role, crypto_key_id: key } }: ReviewedResource) {
  // Which number a project has, only Google says.
  const name = textOf(member).replace(/\$\{data\.google_project\(.*\)\.number\}/, "<project number>");
  return { member: name, role: textOf(role), key: textOf(key) };
}
