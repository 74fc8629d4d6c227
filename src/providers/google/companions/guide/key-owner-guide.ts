import { groupBy } from "../../../../base/group-by";
import { invariant } from "../../../../base/invariant";
import type { Companion, GuideSection } from "../../../../terraform/companion";
import { code, codes, command, commands, paragraph, section } from "../../../common/companions/guide-parts";
import { parseKeyIdentifier } from "../../catalog/identifiers";
import { agentOf } from "../../catalog/service-agents";
import { ENCRYPTER_DECRYPTER } from "../../lowering/key-access";
import { agentMember, type ForeignKey, type GuideSubject } from "./guide-subject";

/** What whoever owns keys of another project is handed. */
export const KEY_OWNER_FILE = "key-owner-binding.md";

/** The bindings that the owners of keys of other projects add, as commands for them. */
export function keyOwnerGuide(subject: GuideSubject): readonly Companion[] {
  const { foreignKeys, plan, project, request } = subject;
  if (foreignKeys.length === 0) return [];
  const byOwner = groupBy(foreignKeys, ({ key }) => partsOf(key.id).project);
  const services = [...new Set(foreignKeys.flatMap((key) => key.services))];
  const number =
    request.provider.projectNumber === undefined
      ? [
          paragraph("In the commands, `PROJECT_NUMBER` stands for the number that this prints:"),
          commands(command(`gcloud projects describe ${project}`, { format: "value(projectNumber)" })),
        ]
      : [];
  const intro: GuideSection = {
    parts: [
      paragraph(
        `Deployment ${code(plan.name)} of project ${code(project)} encrypts its databases with keys of yours. The service agents of ${services.map((service) => agentOf(service).title).join(" and ")} use them, nobody else; Terraform there does not touch your keys, and changes nothing of what you granted to others.`,
      ),
      ...number,
    ],
  };
  return [
    {
      kind: "guide",
      path: `${plan.name}/${KEY_OWNER_FILE}`,
      guide: {
        title: `Keys for ${plan.name}`,
        sections: [
          intro,
          ...[...byOwner].flatMap(([owner, keys]) =>
            section(`Project ${owner}`, [commands(...keys.flatMap((key) => bindings(subject, key)))]),
          ),
          ...conditions(foreignKeys),
        ],
      },
    },
  ];
}

function bindings(subject: GuideSubject, { key, services }: ForeignKey): readonly (readonly string[])[] {
  const { project, location, ring, name } = partsOf(key.id);
  return services.map((service) =>
    command(`gcloud kms keys add-iam-policy-binding ${name}`, {
      keyring: ring,
      location,
      project,
      member: agentMember(subject, service),
      role: ENCRYPTER_DECRYPTER,
    }),
  );
}

function conditions(keys: readonly ForeignKey[]): readonly GuideSection[] {
  return section("What the databases rely on", [
    paragraph(
      `Each key must be symmetric (\`ENCRYPT_DECRYPT\`) and stay in its location. Never destroy a version that a database or a backup was made with: rotation does not encrypt them again. When a key is disabled or the binding is taken away, the databases stop until they may use it again. Keys: ${codes(keys.map(({ key }) => key.id))}.`,
    ),
  ]);
}

function partsOf(id: string) {
  const parsed = parseKeyIdentifier(id);
  invariant(parsed.kind === "key", `${id} is no key`);
  const [ring = "", name = ""] = parsed.name.split("/");
  return { project: parsed.account, location: parsed.region, ring, name };
}
