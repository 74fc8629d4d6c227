import { mustGet } from "../../../../base/invariant";
import { groupBy } from "../../../../base/group-by";
import { sortedUnique } from "../../../../base/ordering";
import { isManagedKey } from "../../../../model/key";
import type { GuidePart, GuideSection } from "../../../../terraform/companion";
import { elementsOf } from "../../../../terraform/program-index";
import {
  code,
  codes,
  command,
  commands,
  heading,
  paragraph,
  points,
  section,
} from "../../../common/companions/guide-parts";
import { deployerRoles, isReadPool, withheldDeletions } from "../deployer/deployer-role";
import { roleId } from "../deployer/role-names";
import { vpcProjectOf } from "../../lowering/network";
import { engines } from "../../catalog/catalog";
import { agentOf } from "../../catalog/service-agents";
import { protectionLevel } from "../../catalog/key-specs";
import type { GuideSubject } from "./guide-subject";

/** What must be there before anything is applied. */
export function prerequisites(subject: GuideSubject): readonly GuideSection[] {
  return section("Before the first apply", [
    ...services(subject),
    ...serviceAgents(subject),
    ...network(subject),
    ...roles(subject),
    ...organizationPolicies(subject),
  ]);
}

function services(subject: GuideSubject): readonly GuidePart[] {
  const { project, keyProject, services: users, plan, request } = subject;
  const ofNetwork = plan.databases.length === 0 ? [] : ["compute", "servicenetworking"];
  const needs = [
    ...users.map((service) => [project, agentOf(service).service] as const),
    [keyProject, "cloudkms.googleapis.com"] as const,
    ...[project, vpcProjectOf(request.provider) ?? project].flatMap((where) =>
      ofNetwork.map((name) => [where, `${name}.googleapis.com`] as const),
    ),
  ];
  const enable = (where: string) => {
    const names = sortedUnique(needs.flatMap(([one, service]) => (one === where ? [service] : [])));
    return names.length === 0 ? [] : [["gcloud", "services", "enable", ...names, "--project", where]];
  };
  const projects = [...new Set([project, ...needs.map(([where]) => where)])];
  return [heading("Services"), commands(...projects.flatMap(enable))];
}

/** https://cloud.google.com/sql/docs/postgres/configure-cmek#service-account */
function serviceAgents({ project, request, services: users }: GuideSubject): readonly GuidePart[] {
  if (users.length === 0) return [];
  const titles = users.map((service) => agentOf(service).title).join(" and ");
  const intro = heading("Service agents");
  if (request.provider.serviceAgents === "create")
    return [
      intro,
      paragraph(
        `The agents of ${titles} use the keys. Terraform creates them, and waits until Google takes them as members of a policy. Whoever applies also needs \`roles/serviceusage.serviceUsageAdmin\` for that.`,
      ),
    ];
  return [
    intro,
    paragraph(
      `The agents of ${titles} use the keys; none of them is there before its service was used once. Create them, and wait ten minutes: until then the first apply ends with \`Service account service-…@… does not exist\`, and is given again.`,
    ),
    commands(
      ...users.map((service) =>
        command("gcloud beta services identity create", { service: agentOf(service).service, project }),
      ),
    ),
  ];
}

/** https://cloud.google.com/vpc/docs/configure-private-services-access */
function network({ request, plan, project: own }: GuideSubject): readonly GuidePart[] {
  const { network: given } = request.provider;
  if (given === undefined || plan.databases.length === 0) return [];
  const [, project = "", , , name = ""] = given.vpc.split("/");
  const ranges = sortedUnique(
    [given.allocatedIpRange, ...plan.regions.map((region) => region.network.addressRange)].filter(
      (range) => range !== undefined,
    ),
  );
  const named = ranges.length === 0 ? ["google-managed-services"] : ranges;
  return [
    heading("Private services access"),
    ...(project === own ? [] : shared(own, project)),
    paragraph(
      `Databases have addresses in ${code(given.vpc)} only. The network must be peered with Google's services once, for all Regions; look whether it is:`,
    ),
    commands(command("gcloud services vpc-peerings list", { network: name, project })),
    paragraph("Where it is not:"),
    commands(
      ...named.map((range) => [
        ...["gcloud", "compute", "addresses", "create", range, "--global"],
        ...["--purpose", "VPC_PEERING", "--prefix-length", "16", "--network", name, "--project", project],
      ]),
      command("gcloud services vpc-peerings connect", {
        service: "servicenetworking.googleapis.com",
        ranges: named.join(","),
        network: name,
        project,
      }),
    ),
  ];
}

/** https://cloud.google.com/vpc/docs/provisioning-shared-vpc */
function shared(project: string, host: string): readonly GuidePart[] {
  return [
    paragraph(
      `${code(host)} shares the network with ${code(project)}, which must be attached to it. Who administers the network does that once, and what follows:`,
    ),
    commands(
      command(`gcloud compute shared-vpc associated-projects add ${project}`, { "host-project": host }),
    ),
  ];
}

/** https://cloud.google.com/iam/docs/creating-custom-roles */
function roles(subject: GuideSubject): readonly GuidePart[] {
  const { programs, hasStacks, request } = subject;
  const needed = programs.flatMap((program) =>
    deployerRoles(request, program).map((role) => ({ ...role, program: program.name })),
  );
  if (needed.length === 0) return [];
  const { impersonateServiceAccount: account } = request.provider;
  const member = account === undefined ? "MEMBER" : `serviceAccount:${account}`;
  // The first of each kind shows how it is done, and in which project.
  const examples = [...groupBy(needed, ({ file, project }) => `${file} ${project}`).values()].flatMap(
    (alike) => alike.slice(0, 1),
  );
  return [
    heading("The role of whoever applies"),
    paragraph(
      [
        `${codes([...new Set(examples.map(({ file }) => file))])}: what applying the root module needs, as a custom role${examples.length > 1 ? " of each project" : ""}. What is protected cannot be deleted with it.`,
        ...(hasStacks
          ? [
              `Every stack has its own${examples.length < needed.length ? "; in the same way for the others" : ""}.`,
            ]
          : []),
        "It was made from Google's documentation, and has not been tried: where Google names a permission that is missing, add it there.",
        ...exceptions(subject),
      ].join(" "),
    ),
    commands(
      ...examples.flatMap(({ file, program, project: where }) => [
        command(`gcloud iam roles create ${roleId(program)}`, {
          project: where,
          file: hasStacks ? `${program}/${file}` : file,
        }),
        command(`gcloud projects add-iam-policy-binding ${where}`, {
          member,
          role: `projects/${where}/roles/${roleId(program)}`,
        }),
      ]),
    ),
  ];
}

/** Permissions are for every resource of a kind: what is said of them where that goes too far, or not far enough. */
function exceptions(subject: GuideSubject): readonly string[] {
  const { plan, programs } = subject;
  const hasPools = programs.flatMap(elementsOf).some(isReadPool);
  const hasMysql = plan.databases.some(({ engine }) => mustGet(engines, engine).recovery === "binary-log");
  return [
    ...openOnes(subject),
    ...(hasPools
      ? [
          "Taking a read pool away needs `alloydb.instances.delete`, which would also delete the protected instances.",
        ]
      : []),
    ...(hasMysql
      ? [
          "`cloudsql.users.delete` is in it: a new instance of MySQL comes with a user `root` that the provider deletes.",
        ]
      : []),
  ];
}

/** What may be deleted beside what may not: the role has no right to do it. */
function openOnes({ plan, programs }: GuideSubject): readonly string[] {
  const keySets = plan.keySets.filter(({ keyIn }) =>
    [...keyIn.values()].some((key) => isManagedKey(key) && !key.protect),
  );
  const open = [...plan.databases.filter(({ protect }) => !protect), ...keySets];
  const withheld = sortedUnique(programs.flatMap(withheldDeletions));
  if (open.length === 0 || withheld.length === 0) return [];
  return [
    `${codes(open.map(({ name }) => name))} may be deleted, but a permission is for everything of its kind: add ${codes(withheld)} for as long as that takes.`,
  ];
}

/** https://cloud.google.com/kms/docs/cmek-org-policy */
function organizationPolicies({ plan, keyProject, project }: GuideSubject): readonly GuidePart[] {
  const keys = plan.keySets.flatMap(({ keyIn }) => [...keyIn.values()]);
  const isOutside = keyProject !== project || keys.some(({ kind }) => kind === "existing-key");
  const levels = sortedUnique(
    plan.keySets
      .filter(({ keyIn }) => [...keyIn.values()].some(isManagedKey))
      .map(({ protection }) => protectionLevel(protection)),
  );
  const items = [
    ...(keys.some(({ kind }) => kind === "provider-managed-key")
      ? [
          "`gcp.restrictNonCmekServices` refuses databases with Google's default encryption where it names their service.",
        ]
      : []),
    ...(isOutside && plan.databases.length > 0
      ? ["`gcp.restrictCmekCryptoKeyProjects` must admit the projects that the keys are of."]
      : []),
    ...(levels.length === 0
      ? []
      : [
          `\`cloudkms.allowedProtectionLevels\` must admit ${codes(levels)}, and \`cloudkms.minimumDestroyScheduledDuration\` be no longer than what the keys say.`,
        ]),
  ];
  if (items.length === 0) return [];
  return [heading("Organization policies"), points(...items)];
}
