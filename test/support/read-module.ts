import * as path from "node:path";
import { parse } from "@cdktf/hcl2json";
import type { OutputFile } from "../../src/base/output-file";
import type { Body, BodyItem } from "../../src/terraform/block";
import {
  jsonencode,
  reference,
  template,
  toExpression,
  type Expression,
  type ExpressionNode,
} from "../../src/terraform/expression";
import {
  addressOf,
  type InputVariable,
  type OutputValue,
  type ProviderConfiguration,
  type ResourceElement,
  type SkippedCheck,
  type TerraformProgram,
} from "../../src/terraform/program";

/*
 * Reads the files of root modules back into programs, by a parser that knows nothing of how they were printed.
 * What only matters to whoever writes files, such as the file that a resource stands in, is not restored.
 */

/** The root modules of a deployment from its files; folders without a `terraform.tf` are none. */
export async function readModules(files: readonly OutputFile[]): Promise<readonly TerraformProgram[]> {
  const folders = [...new Set(files.map((file) => path.posix.dirname(file.path)))];
  const roots = folders.filter((folder) => files.some((file) => file.path === `${folder}/terraform.tf`));
  return Promise.all(
    roots.map((root) =>
      readModule(
        root,
        files.filter(
          (file) => path.posix.dirname(file.path) === root && path.posix.extname(file.path) === ".tf",
        ),
      ),
    ),
  );
}

type Json = string | number | boolean | null | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}
/** Blocks with two labels, as the parser gives them. */
type Labelled = Readonly<Record<string, Readonly<Record<string, readonly JsonObject[]>>>>;
type Named = Readonly<Record<string, readonly JsonObject[]>>;

async function readModule(folder: string, files: readonly OutputFile[]): Promise<TerraformProgram> {
  const parsed = await Promise.all(
    files.map(async ({ path: file, content }) => (await parse(file, content)) as JsonObject),
  );
  const all = <T>(keyword: string) => parsed.flatMap((file) => (file[keyword] ?? []) as unknown as T);
  const [terraform = {}] = all<JsonObject[]>("terraform").flat();
  const providers = await readProviders(all<Named>("provider"));
  const marks = new Map(files.flatMap(({ content }) => [...readMarks(content)]));
  const read = [
    ...(await readElements("resource", all<Labelled>("resource"), providers)),
    ...(await readElements("data", all<Labelled>("data"), providers)),
  ];
  const byAddress = new Map(read.map(({ element }) => [addressOf(element), element]));
  const elements = read.map(({ element, awaited }) => ({
    ...element,
    dependsOn: awaited.flatMap((address) => byAddress.get(address) ?? []),
    skippedChecks: marks.get(`${element.type}.${element.name}`) ?? [],
  }));
  const [required = {}] = (terraform["required_providers"] ?? []) as JsonObject[];
  return {
    name: path.posix.basename(folder),
    folder,
    dependsOn: [],
    requiredVersion: textOf(terraform["required_version"]),
    requiredProviders: Object.entries(required).map(([name, one]) => {
      const { source, version } = one as JsonObject;
      return { name, source: textOf(source), version: textOf(version) };
    }),
    backend: { kind: "none" },
    moved: [],
    placementStyle: "alias",
    defaultRegion: providers.find(({ alias }) => alias === undefined)?.region ?? "",
    providers,
    sections: [{ file: "main", template: "main", elements }],
    variables: entriesOf(all<Named>("variable")).map(([name, block]): InputVariable => ({
      name,
      description: textOf(block["description"]),
      type: block["type"] === "${number}" ? "number" : "string",
      validations: [],
    })),
    outputs: await Promise.all(
      entriesOf(all<Named>("output")).map(async ([name, block]): Promise<OutputValue> => ({
        name,
        description: textOf(block["description"]),
        value: await toNode(block["value"] ?? null),
      })),
    ),
  };
}

function entriesOf(named: readonly Named[]): readonly (readonly [string, JsonObject])[] {
  return named.flatMap((one) =>
    Object.entries(one).flatMap(([name, blocks]) => blocks.map((block) => [name, block] as const)),
  );
}

interface ReadProvider extends ProviderConfiguration {
  readonly alias: string | undefined;
}

async function readProviders(named: readonly Named[]): Promise<readonly ReadProvider[]> {
  return Promise.all(
    entriesOf(named).map(async ([name, { alias, region, ...rest }]) => ({
      name,
      alias: alias === undefined ? undefined : `${name}.${textOf(alias)}`,
      region: textOf(region),
      body: await toBlockBody(rest),
    })),
  );
}

const META_ARGUMENTS = new Set(["provider", "region", "lifecycle", "depends_on"]);

/** A resource, and the addresses that it says it depends on. */
interface ReadElement {
  readonly element: ResourceElement;
  readonly awaited: readonly string[];
}

/** Resources that AWS has once for an account, whatever the Region. */
const WITHOUT_REGION = /^(aws_iam_|aws_caller_identity|terraform_)/;

async function readElements(
  kind: "resource" | "data",
  labelled: readonly Labelled[],
  providers: readonly ReadProvider[],
): Promise<readonly ReadElement[]> {
  const found = labelled.flatMap((one) =>
    Object.entries(one).flatMap(([type, named]) =>
      entriesOf([named]).map(([name, block]) => ({ type, name, block })),
    ),
  );
  return Promise.all(
    found.map(async ({ type, name, block }) => {
      const { provider, region = block["location"], lifecycle, depends_on: awaited = [] } = block;
      const rest = Object.fromEntries(Object.entries(block).filter(([key]) => !META_ARGUMENTS.has(key)));
      const alias = provider === undefined ? undefined : textOf(provider).slice(2, -1);
      const home = providers.find((one) => one.alias === alias)?.region;
      const [{ prevent_destroy: preventDestroy = false } = {}] = (lifecycle ?? []) as JsonObject[];
      const element: ResourceElement = {
        kind,
        type,
        name,
        region: WITHOUT_REGION.test(type) ? undefined : region === undefined ? home : textOf(region),
        body: await toBlockBody(rest),
        lifecycle: { preventDestroy: preventDestroy === true },
        dependsOn: [],
        comment: undefined,
        skippedChecks: [],
      };
      return { element, awaited: (awaited as readonly Json[]).map((one) => textOf(one).slice(2, -1)) };
    }),
  );
}

async function toBlockBody(block: JsonObject): Promise<Body> {
  return Promise.all(
    Object.entries(block).map(async ([key, value]): Promise<BodyItem> => {
      const name = key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
      const isBlocks = Array.isArray(value) && value.length > 0 && value.every(isObject);
      if (!isBlocks) return { kind: "argument", name, value: await toNode(value) };
      return { kind: "blocks", name, bodies: await Promise.all(value.map(toBlockBody)), isList: true };
    }),
  );
}

const JSONENCODE = /^\$\{jsonencode\(([\s\S]*)\)\}$/;
const REFERENCE = /^\$\{([A-Za-z_][A-Za-z0-9_.-]*)\}$/;

async function toNode(value: Json): Promise<ExpressionNode> {
  if (Array.isArray(value)) return toExpression(await Promise.all(value.map(toNode)));
  if (isObject(value)) {
    const entries = await Promise.all(
      Object.entries(value).map(async ([key, item]) => [key, await toNode(item)] as const),
    );
    return toExpression(Object.fromEntries(entries));
  }
  if (typeof value !== "string") return toExpression(value);
  const document = JSONENCODE.exec(value)?.[1];
  if (document !== undefined) {
    return readDocument(document);
  }
  const steps = REFERENCE.exec(value)?.[1];
  return steps === undefined ? toText(value) : reference(...steps.split("."));
}

/** Policies are alike in many goldens; each is parsed once. */
const documents = new Map<string, Promise<Expression<string>>>();

function readDocument(text: string): Promise<Expression<string>> {
  const known = documents.get(text);
  if (known !== undefined) return known;
  const read = parse("document.tf", `x = ${text}`).then(async (file) =>
    jsonencode(await toNode((file as { readonly x: Json }).x)),
  );
  documents.set(text, read);
  return read;
}

/** Text in which `${…}` is computed and `$${` stands for itself. */
function toText(text: string): Expression<string> {
  const [first = "", ...rest] = text.split(/(?<!\$)\$\{/);
  return rest.reduce<Expression<string>>(
    (before, part) => {
      const end = part.indexOf("}");
      const computed = reference<string>(...part.slice(0, end).split("."));
      return template`${before}${computed}${plain(part.slice(end + 1))}`;
    },
    template`${plain(first)}`,
  );
}

function plain(text: string): string {
  return text.replaceAll("$${", "${").replaceAll("%%{", "%{");
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const BLOCK = /^resource "([^"]+)" "([^"]+)" \{$/;
const ABOVE = /^#trivy:ignore:(\S+) (.*)$/;
const INSIDE = /^ {2}#checkov:skip=([A-Z0-9_]+):(.*)$/;

/** The skipped checks of each resource, where each tool looks for them and nowhere else. */
function readMarks(content: string): ReadonlyMap<string, readonly SkippedCheck[]> {
  const lines = content.split("\n");
  const marks = new Map<string, readonly SkippedCheck[]>();
  for (const [index, line] of lines.entries()) {
    const [, type, name] = BLOCK.exec(line) ?? [];
    if (type === undefined || name === undefined) continue;
    const above = lines.slice(0, index).reverse();
    marks.set(`${type}.${name}`, [
      ...takeMarks("trivy", ABOVE, above),
      ...takeMarks("checkov", INSIDE, lines.slice(index + 1)),
    ]);
  }
  return marks;
}

function takeMarks(tool: SkippedCheck["tool"], form: RegExp, lines: readonly string[]): SkippedCheck[] {
  const end = lines.findIndex((line) => !form.test(line));
  return lines.slice(0, end === -1 ? lines.length : end).map((line) => {
    const [, id = "", reason = ""] = form.exec(line) ?? [];
    return { tool, id, reason };
  });
}
