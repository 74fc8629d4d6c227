import * as path from "node:path";
import { parse, stringify } from "yaml";
import { compile, type Compilation, type CompiledDeployment } from "../../src/compile";
import { printText } from "../../src/diagnostics/print-text";
import { providerNamed } from "../../src/providers/registry";
import { listFiles, readText } from "./repository";

/** A spec of the repository. */
export interface NamedSpec {
  /** Path from the root of the repository. */
  readonly file: string;
  /** What diagnostics and generated files call it. */
  readonly name: string;
  readonly text: string;
}

/** The specs that a user would start from. */
export function exampleSpecs(): NamedSpec[] {
  return specsIn("examples");
}

/** Specs that compile, each for one thing that the examples do not show. */
export function acceptedSpecs(): NamedSpec[] {
  return specsIn("test/scenarios/accepted");
}

/** Specs that are refused, each named after the code that it is for. */
export function refusedSpecs(): NamedSpec[] {
  return specsIn("test/scenarios/refused");
}

function specsIn(folder: string): NamedSpec[] {
  return listFiles(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => ({ file, name: path.basename(file), text: readText(file) }));
}

const LAYOUTS = ["single", "layered", "regional"];
const STYLES = ["alias", "argument"];
const BACKENDS = [
  undefined,
  { local: { path: "state/keyspan.tfstate" } },
  { s3: { bucket: "acme-state", region: "eu-west-1", keyPrefix: "keyspan", kmsKeyId: "alias/state" } },
  {
    gcs: {
      bucket: "acme-state",
      prefix: "keyspan",
      kmsKey: "projects/acme-state/locations/europe/keyRings/state/cryptoKeys/state",
    },
  },
  { remote: { organization: "acme", workspacePrefix: "keyspan-", hostname: "tfe.acme.example" } },
];

/**
 * A spec in every layout. `turn` decides the way of placing resources and the backend, so that a list of specs has
 * every combination.
 */
export function variantsOf({ file, name, text }: NamedSpec, turn: number): NamedSpec[] {
  const original = parse(text, { merge: true }) as {
    provider: { name: string; version?: string; regionStyle?: string };
    terraform?: object;
  };
  const isOffered = (field: string) => offers(original.provider.name, field);
  // Which of them a version of the provider has is for the spec to say that names one.
  const { version, regionStyle: own } = original.provider;
  const styles = isOffered("provider.regionStyle") ? STYLES : [];
  const style = version === undefined ? styles[turn % styles.length] : own;
  const provider = style === undefined ? original.provider : { ...original.provider, regionStyle: style };
  const backends = BACKENDS.filter((one) =>
    Object.keys(one ?? {}).every((kind) => isOffered(`terraform.backend.${kind}`)),
  );
  return LAYOUTS.map((layout, row) => {
    const backend = backends[(turn + row) % backends.length];
    const spec = { ...original, provider, terraform: { ...original.terraform, layout, backend } };
    return { file: `${file}, ${layout}, ${style ?? "own"}`, name, text: stringify(spec) };
  });
}

/** Whether a provider has a field of the language. */
function offers(provider: string, field: string): boolean {
  return !providerNamed(provider).catalog.gaps.some(({ path }) => path.join(".") === field);
}

/** Compiles a spec that must compile. */
export function compileAccepted({
  name,
  text,
}: {
  readonly name: string;
  readonly text: string;
}): CompiledDeployment {
  const { deployment, diagnostics } = compile({ name, text });
  if (deployment === undefined)
    throw new Error(`${name} is refused:\n${printText(diagnostics, { color: false })}`);
  return deployment;
}

/** Compiles a text and prints what there is to say of it. */
export function diagnose(name: string, text: string): { readonly printed: string } & Compilation {
  const compilation = compile({ name, text });
  return { ...compilation, printed: printText(compilation.diagnostics, { color: false }) };
}
