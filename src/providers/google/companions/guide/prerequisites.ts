import { mustGet } from "../../../../base/invariant";
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
import { deployerRoles } from "../deployer/deployer-role";
import { KEY_ROLE_FILE, roleId } from "../deployer/role-names";
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

function services({ project, keyProject, services: users, plan }: GuideSubject): readonly GuidePart[] {
  const ofDatabases = plan.databases.length === 0 ? [] : ["compute", "servicenetworking"];
  const own = [
    ...(keyProject === project ? ["cloudkms.googleapis.com"] : []),
    ...ofDatabases.map((name) => `${name}.googleapis.com`),
    ...users.map((service) => agentOf(service).service),
  ];
  const enable = (names: readonly string[], where: string) =>
    names.length === 0
      ? []
      : [["gcloud", "services", "enable", ...sortedUnique(names), "--project", where] as const];
  return [
    heading("Services"),
    commands(
      ...enable(own, project),
      ...(keyProject === project ? [] : enable(["cloudkms.googleapis.com"], keyProject)),
    ),
  ];
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
function network({ request, plan }: GuideSubject): readonly GuidePart[] {
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

/** https://cloud.google.com/iam/docs/creating-custom-roles */
function roles(subject: GuideSubject): readonly GuidePart[] {
  const { programs, hasStacks, request } = subject;
  const [example] = programs.flatMap((program) => {
    const files = deployerRoles(request, program).map(({ path }) => path.slice(program.folder.length + 1));
    return files.length === 0 ? [] : [{ program, files }];
  });
  if (example === undefined) return [];
  const id = roleId(example.program.name);
  const isSplit = example.files.includes(KEY_ROLE_FILE);
  return [
    heading("The role of whoever applies"),
    paragraph(
      [
        `${codes(example.files)}: what applying the root module needs, as a custom role${isSplit ? ` of each project` : ""}. What is protected cannot be deleted with it.`,
        ...(hasStacks ? ["Every stack has its own; in the same way for the others."] : []),
        "It was made from Google's documentation, and has not been tried: where Google names a permission that is missing, add it there.",
        ...exceptions(subject),
      ].join(" "),
    ),
    commands(
      ...example.files.flatMap((file) => {
        const where = file === KEY_ROLE_FILE ? subject.keyProject : subject.project;
        return [
          command(`gcloud iam roles create ${id}`, {
            project: where,
            file: hasStacks ? `${example.program.name}/${file}` : file,
          }),
          command(`gcloud projects add-iam-policy-binding ${where}`, {
            member: "MEMBER",
            role: `projects/${where}/roles/${id}`,
          }),
        ];
      }),
    ),
  ];
}

/** Permissions are for every resource of a kind: what is said of them where that goes too far, or not far enough. */
function exceptions({ plan, programs }: GuideSubject): readonly string[] {
  const hasPools = programs
    .flatMap(elementsOf)
    .some(({ type, name }) => type === "google_alloydb_instance" && name.endsWith("_read"));
  const hasMysql = plan.databases.some(({ engine }) => mustGet(engines, engine).recovery === "binary-log");
  return [
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
