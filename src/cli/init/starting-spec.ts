import * as path from "node:path";
import { suggest } from "../../base/suggest";
import { oneOf } from "../../base/text";
import { providerOfRegions } from "../../providers/registry";
import type { StarterAnswers } from "../../starter/answers";
import { starterSpec } from "../../starter/starter-spec";
import type { Host } from "../host";
import { readPackaged, type NewFile } from "./companion-files";

/** The folder of specs, which the companion files name. */
const SPECS = "specs";

/** Where editors find the schema of an installed keyspan, from a file in that folder. */
const SCHEMA = "../node_modules/keyspan/schema/keyspan.v1.schema.json";

/** A commented spec made from answers. */
export function specOfAnswers(answers: StarterAnswers): NewFile {
  return {
    path: path.posix.join(SPECS, `${answers.name}.yaml`),
    content: starterSpec(answers, providerOfRegions(answers.regions), SCHEMA),
  };
}

/** A spec that is an example of the package, or what is wrong with the name. */
export function specOfExample(host: Host, name: string): NewFile | { readonly problem: string } {
  const known = host
    .listPackageFiles("examples")
    .flatMap((file) => (/^[^/]+\.yaml$/.test(file) ? [file.replace(/\.yaml$/, "")] : []));
  if (!known.includes(name)) {
    const suggestion = suggest(name, known);
    const hint = suggestion === undefined ? `there is ${oneOf(known, "and")}` : `did you mean ${suggestion}?`;
    return { problem: `there is no example "${name}"; ${hint}` };
  }
  const text = readPackaged(host, `examples/${name}.yaml`);
  return {
    path: path.posix.join(SPECS, `${name}.yaml`),
    content: text.replace(/^(# yaml-language-server: \$schema=).*$/m, `$1${SCHEMA}`),
  };
}
