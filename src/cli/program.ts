import { Argument, Command, InvalidArgumentError, Option } from "commander";
import type { AdviseOptions } from "./commands/advise";
import type { AuditOptions } from "./commands/audit";
import type { CheckOptions } from "./commands/check";
import type { CostOptions } from "./commands/cost";
import type { DiffOptions } from "./commands/diff";
import type { EmitOptions } from "./commands/emit";
import type { GraphOptions } from "./commands/graph";
import type { InitOptions } from "./commands/init";
import type { ShowOptions } from "./commands/show";
import type { ValidateOptions } from "./commands/validate";
import type { Host } from "./host";
import { FAIL_LEVELS } from "../review/summary";
import { needOption, withOption } from "./list-options";
import {
  AUDIT_FORMATS,
  DIAGNOSTIC_FORMATS,
  GRAPH_FORMATS,
  REVIEW_FORMATS,
  SCHEMA_DOCUMENTS,
  SHELLS,
  type CommonOptions,
  type SchemaDocument,
} from "./options";
import { version } from "./version";

/*
 * A command is loaded when it is run, so that an emit does not load what draws pictures or asks questions.
 */

/** Takes the exit code of the command that ran. */
type Finish = (exitCode: number) => void;

/** The commands, their options and what their help says. */
export function createProgram(host: Host, finish: Finish): Command {
  const program = new Command("keyspan");
  program
    .description(
      "Compiles one YAML spec of Regions, databases and keys to CDKTF stacks and to plain Terraform.",
    )
    .version(version, "--version", "print the version")
    .helpOption("-h, --help", "print this help")
    .exitOverride()
    .configureOutput({ writeOut: host.printOut, writeErr: host.printError })
    .showHelpAfterError("(--help shows what there is)");
  addInit(program, host, finish);
  addCompilingCommands(program, host, finish);
  addReadingCommands(program, host, finish);
  return program;
}

/** Commands that write, or compare with, what a spec compiles to. */
function addCompilingCommands(program: Command, host: Host, finish: Finish): void {
  add(program, {
    usage: "emit <spec...>",
    description: "write plain Terraform to <out>/<name>/",
    example: "keyspan emit orders.yaml --out out",
  })
    .option("--out <folder>", OUT_OPTION, folderName, "out")
    .option("--templates <folder>", TEMPLATES_OPTION)
    .option("--force", "give up changes made by hand to files that keyspan wrote", false)
    .option("--watch", WATCH_OPTION, false)
    .action(async (specs: string[], options: EmitOptions) => {
      const { emit } = await import("./commands/emit");
      finish(await emit(host, specs, options));
    });
  add(program, {
    usage: "synth <spec...>",
    description: "write CDKTF stacks: the app command of cdktf.json",
    example: 'cdktf deploy -a "keyspan synth orders.yaml"',
  }).action(async (specs: string[], options: CommonOptions) => {
    const { synth } = await import("./commands/synth");
    finish(await synth(host, specs, options));
  });
  add(program, {
    usage: "check <spec...>",
    description: "compare what emit would write with what is there",
    example: "keyspan check orders.yaml --out out",
  })
    .option("--out <folder>", OUT_OPTION, folderName, "out")
    .option("--templates <folder>", TEMPLATES_OPTION)
    .action(async (specs: string[], options: CheckOptions) => {
      const { check } = await import("./commands/check");
      finish(await check(host, specs, options));
    });
  addDiff(program, host, finish);
}

function addDiff(program: Command, host: Host, finish: Finish): void {
  add(program, {
    usage: "diff <spec...>",
    description: "review a golden: what the spec's change will do to the live system",
    example: "keyspan diff orders.yaml --against origin/main --format markdown --fail-on destroy",
  })
    .option("--out <folder>", OUT_OPTION, folderName, "out")
    .option("--against <ref>", "compare with the golden of a commit, tag or branch, not the working tree's")
    .addOption(new Option("--format <form>", "form of the review").choices(REVIEW_FORMATS).default("text"))
    .addOption(new Option("--fail-on <level>", "exit with 2 for this only").choices(FAIL_LEVELS))
    .action(async (specs: string[], options: DiffOptions) => {
      const { diff } = await import("./commands/diff");
      finish(await diff(host, specs, options));
    });
}

/** Commands that only read and print. */
function addReadingCommands(program: Command, host: Host, finish: Finish): void {
  add(program, {
    usage: "validate <spec...>",
    description: "run all checks; write no files",
    example: "keyspan validate orders.yaml",
  })
    .option("--watch", WATCH_OPTION, false)
    .action(async (specs: string[], options: ValidateOptions) => {
      const { validate } = await import("./commands/validate");
      finish(await validate(host, specs, options));
    });
  add(program, {
    usage: "show <spec>",
    description: "print the resolved deployment plan as a tree",
    example: "keyspan show orders.yaml --json",
  })
    .option("--json", "print it as JSON", false)
    .action(async (spec: string, options: ShowOptions) => {
      const { show } = await import("./commands/show");
      finish(show(host, spec, options));
    });
  add(program, {
    usage: "audit <spec...>",
    description: "judge what a spec compiles to by checkov, trivy, tflint, Security Hub and our own checks",
    example: "keyspan audit orders.yaml --format sarif > orders.sarif",
  })
    .addOption(new Option("--format <form>", "form of the audit").choices(AUDIT_FORMATS).default("table"))
    .option("--json", "the same as --format json", false)
    .action(async (specs: string[], options: AuditOptions) => {
      const { audit } = await import("./commands/audit");
      finish(audit(host, specs, options));
    });
  addAdvise(program, host, finish);
  add(program, {
    usage: "cost <spec...>",
    description: "what keys cost a month, now and after rotations, and the quotas that they use",
    example: "keyspan cost orders.yaml billing.yaml --requests 5000000",
  })
    .option("--json", "print it as JSON", false)
    .option("--prices <file>", PRICES_OPTION)
    .addOption(new Option("--requests <count>", "requests to symmetric keys a month").argParser(parseCount))
    .action(async (specs: string[], options: CostOptions) => {
      const { cost } = await import("./commands/cost");
      finish(cost(host, specs, options));
    });
  add(program, {
    usage: "graph <spec>",
    description: "draw Regions, keys and databases, what encrypts and what replicates what",
    example: "keyspan graph orders.yaml --format svg > orders.svg",
  })
    .addOption(new Option("--format <form>", "form of the picture").choices(GRAPH_FORMATS).default("mermaid"))
    .action(async (spec: string, options: GraphOptions) => {
      const { graph } = await import("./commands/graph");
      finish(await graph(host, spec, options));
    });
  addReferenceCommands(program, host, finish);
}

/** Commands that need no spec. */
function addReferenceCommands(program: Command, host: Host, finish: Finish): void {
  add(program, {
    usage: "explain <code>",
    description: "print the page of a diagnostic code or of a policy check",
    example: "keyspan explain keys/alias-clash",
  }).action(async (code: string) => {
    const { explain } = await import("./commands/explain");
    finish(explain(host, code));
  });
  add(program, {
    usage: "schema",
    description: "print the JSON Schema of the spec, or of a file of prices, for editors",
    example: "keyspan schema > keyspan.v1.schema.json",
  })
    .addArgument(
      new Argument("[document]", "what the schema is of")
        .choices(SCHEMA_DOCUMENTS)
        .default(SCHEMA_DOCUMENTS[0]),
    )
    .action(async (document: SchemaDocument) => {
      const { schema } = await import("./commands/schema");
      finish(schema(host, document));
    });
  addCompletion(program, host, finish);
}

function addCompletion(program: Command, host: Host, finish: Finish): void {
  add(program, {
    usage: "completion",
    description: "print the completion script of a shell",
    example: "keyspan completion bash > keyspan.bash",
  })
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .action(async (shell: (typeof SHELLS)[number]) => {
      const { completion } = await import("./commands/completion");
      finish(completion(host, shell, program));
    });
}

const WATCH_OPTION = "run again whenever a file that is read changes";

/** Nothing, as an unset variable of a shell gives it, would be the working folder itself. */
function folderName(text: string): string {
  if (text === "") throw new InvalidArgumentError("It must name a folder.");
  return text;
}

function parseCount(text: string): number {
  if (!/^[0-9]{1,15}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}

function addAdvise(program: Command, host: Host, finish: Finish): void {
  add(program, {
    usage: "advise [spec...]",
    description:
      "which key strategy fits each key set, why, and what the present one costs and rules out; without a spec it starts one",
    example: "keyspan advise orders.yaml --need residency",
  })
    .addOption(needOption())
    .option("--json", "print it as JSON", false)
    .option("--prices <file>", PRICES_OPTION)
    .option("--interactive", "ask what decides, and start a spec", false)
    .option("--name <name>", "start a spec: name of the deployment, orders unless it is given")
    .option(
      "--regions <regions>",
      "start a spec: its Regions joined by commas, the primary Region first; they say which provider it is",
    )
    .option("--engine <engine>", "start a spec: engine of its database; without it, keys alone")
    .option("--write <file>", "start a spec in that file, not on standard output")
    .option("--force", "overwrite the file of --write", false)
    .action(async (specs: string[], options: AdviseOptions) => {
      const { advise } = await import("./commands/advise");
      finish(await advise(host, specs, options));
    });
}

function addInit(program: Command, host: Host, finish: Finish): void {
  add(program, {
    usage: "init",
    description: "start a repository: a commented spec in specs/ and, if wanted, what deploys and reviews it",
    example: "keyspan init --name orders --regions us-east-1,eu-west-1 --engine postgres --with github",
  })
    .option("--from <example>", "start from an example of the package")
    .option("--yes", "ask nothing: take the defaults for what no option answers", false)
    .option("--name <name>", "name of the deployment, orders unless it is given")
    .option(
      "--regions <regions>",
      "its Regions joined by commas, the primary Region first; they say which provider it is",
    )
    .option("--engine <engine>", "engine of its database; none for keys alone")
    .addOption(needOption())
    .addOption(withOption())
    .action(async (options: InitOptions) => {
      const { init } = await import("./commands/init");
      finish(await init(host, options));
    });
}

const PRICES_OPTION = "prices in the place of those that keyspan knows, docs/cli.md";
const TEMPLATES_OPTION = "folder of your own templates, docs/templates.md";
const OUT_OPTION = "folder that holds a folder for each deployment";

/** What the help says of a command. */
interface CommandHelp {
  readonly usage: string;
  readonly description: string;
  readonly example: string;
}

/** A command with the options that every command has, and one example in its help. */
function add(program: Command, { usage, description, example }: CommandHelp): Command {
  return program
    .command(usage)
    .description(description)
    .option("--strict", "fail on warnings too", false)
    .addOption(
      new Option("--diagnostics <form>", "form of diagnostics").choices(DIAGNOSTIC_FORMATS).default("text"),
    )
    .option("--quiet", "print nothing but diagnostics and what was asked for", false)
    .option("--no-color", "print without colours")
    .option("--debug", "show where a bug in keyspan happened", false)
    .addHelpText("after", `\nExample:\n  ${example}`);
}
