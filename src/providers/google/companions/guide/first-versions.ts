import { originalName } from "../../../../model/former-names";
import { isManagedKey, type KeySet, type ManagedKey } from "../../../../model/key";
import type { GuidePart } from "../../../../terraform/companion";
import { code, codes, command, commands, paragraph } from "../../../common/companions/guide-parts";
import { cryptoKeyPurpose } from "../../catalog/key-specs";
import { hasVersionsMadeOutside } from "../../versions-outside";
import { locationOf, ringName, type GuideSubject } from "./guide-subject";

/** What makes the first version of a key: one form for each way in which versions are made outside. */
type VersionForm = "imported" | "external" | "external-vpc";

/** Keys whose first version nobody but the owner of the material can make. `before` is given first. */
export function firstVersions(
  subject: GuideSubject,
  how: string,
  before: readonly (readonly string[])[] = [],
): readonly GuidePart[] {
  const sets = subject.plan.keySets.flatMap((keySet) => {
    const key = hasVersionsMadeOutside(keySet) ? [...keySet.keyIn.values()].find(isManagedKey) : undefined;
    return key === undefined ? [] : [{ keySet, key, form: formOf(keySet) }];
  });
  if (sets.length === 0) return [];
  const ofForm = (form: VersionForm) => sets.filter((one) => one.form === form);
  const forms = (["imported", "external", "external-vpc"] as const).filter((form) => ofForm(form).length > 0);
  return [
    paragraph(
      `The keys of ${codes(sets.map(({ keySet }) => keySet.name))} come without a version, and encrypt nothing before they have one. ${how}`,
    ),
    ...(before.length === 0 ? [] : [commands(...before)]),
    ...forms.flatMap((form) => [
      paragraph(`${INTRODUCTIONS[form](codes(ofForm(form).map(({ keySet }) => keySet.name)))}:`),
      commands(
        ...ofForm(form)
          .slice(0, 1)
          .flatMap(({ keySet, key }) => making(subject, keySet, key, form)),
      ),
    ]),
  ];
}

const INTRODUCTIONS: Readonly<Record<VersionForm, (sets: string) => string>> = {
  imported: (sets) =>
    `${sets}: the material in ${code("FILE")} is imported by a job, which must be \`ACTIVE\` first; each key in its location`,
  external: (sets) => `${sets}: a version names the key in the key manager outside; each key in its location`,
  "external-vpc": (sets) =>
    `${sets}: a version names the path of the key behind the EKM connection; each key in its location`,
};

function formOf({ origin, protection }: KeySet): VersionForm {
  if (origin === "external") return "imported";
  return protection === "external" ? "external" : "external-vpc";
}

function making(
  subject: GuideSubject,
  keySet: KeySet,
  key: ManagedKey,
  form: VersionForm,
): readonly (readonly string[])[] {
  const ring = { keyring: ringName(subject), location: locationOf(key), project: subject.keyProject };
  const name = originalName(keySet);
  // Only keys that encrypt have a primary version.
  const hasPrimary = cryptoKeyPurpose(keySet.spec) === "ENCRYPT_DECRYPT";
  if (form !== "imported") {
    return [
      command("gcloud kms keys versions create", {
        ...(form === "external" ? { "external-key-uri": "URI" } : { "ekm-connection-key-path": "PATH" }),
        ...(hasPrimary ? { primary: true } : {}),
        key: name,
        ...ring,
      }),
    ];
  }
  return [
    command("gcloud kms import-jobs create JOB", {
      "import-method": "rsa-oaep-4096-sha256-aes-256",
      "protection-level": keySet.protection,
      ...ring,
    }),
    command("gcloud kms keys versions import", {
      "import-job": "JOB",
      algorithm: keySet.spec.toLowerCase().replaceAll("_", "-"),
      "target-key-file": "FILE",
      key: name,
      ...ring,
    }),
    ...(hasPrimary
      ? [command(`gcloud kms keys set-primary-version ${name}`, { version: "1", ...ring })]
      : []),
  ];
}
