import * as kms from "@aws-sdk/client-kms";
import * as rds from "@aws-sdk/client-rds";

/*
 * A command of the AWS CLI, held against the service it calls. The CLI derives its words from the model of the
 * service, and so does the SDK: `copy-db-snapshot --kms-key-id` is operation CopyDBSnapshot with member KmsKeyId.
 */

const SERVICES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { kms, rds };

/** Options of the CLI itself: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-options.html. */
const CLI_OPTIONS = new Set(["region", "query", "output", "profile"]);

/** What is wrong with the words of a command that begins with `aws`; nothing when the service takes it. */
export function problemsOfAwsCommand(words: readonly string[]): string[] {
  const [, service = "", verb = "", ...rest] = words;
  const sdk = SERVICES[service];
  if (sdk === undefined) return [`there is no service ${service} to hold it against`];
  if (verb === "wait")
    return sdk[findName(sdk, `waituntil${joined(rest[0] ?? "")}`) ?? ""]
      ? []
      : [`nothing waits for ${rest[0]}`];
  const operation = findName(sdk, `${joined(verb)}$`);
  if (operation === undefined) return [`${service} has no ${verb}`];
  const { members, required } = inputOf(sdk[operation]);
  const given = rest.filter((word) => word.startsWith("--")).map((word) => word.slice(2).split("=")[0] ?? "");
  const unknown = given.filter(
    (option) => !CLI_OPTIONS.has(option) && !members.some((name) => isNamed(option, name)),
  );
  const missing = required.filter((name) => !given.some((option) => isNamed(option, name)));
  return [
    ...unknown.map((option) => `${verb} has no --${option}`),
    ...missing.map((name) => `${verb} lacks ${name}`),
  ];
}

/** A boolean may be denied: `--no-multi-az`. */
function isNamed(option: string, member: string): boolean {
  const name = member.toLowerCase();
  return joined(option) === name || joined(option) === `no${name}`;
}

function joined(words: string): string {
  return words.replaceAll("-", "").toLowerCase();
}

function findName(sdk: Readonly<Record<string, unknown>>, lower: string): string | undefined {
  return Object.keys(sdk).find((name) => name.toLowerCase() === lower);
}

/** The schema of an operation in the SDK: its fifth element makes that of the input, which lists what is required first. */
function inputOf(operation: unknown): {
  readonly members: readonly string[];
  readonly required: readonly string[];
} {
  const [, , , , input] = operation as readonly unknown[];
  const schema = (typeof input === "function" ? (input as () => unknown)() : input) as readonly unknown[];
  const members = (schema[4] ?? []) as readonly string[];
  return { members, required: members.slice(0, Number(schema[6] ?? 0)) };
}
