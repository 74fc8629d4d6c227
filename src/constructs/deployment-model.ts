import { oneLine } from "../base/text";
import type { IConstruct } from "../cdktf/bindings";
import { compileDocument, type CompiledDeployment } from "../compile";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic";
import { pathText } from "../spec/path-text";
import { documentOf, type OptionDocument, type OptionPart, type OptionPlace } from "./option-document";
import type { OptionRecord } from "./read-options";

/** What the compiler made of a deployment's constructs. */
interface CompiledOptions {
  readonly document: OptionDocument;
  readonly diagnostics: readonly Diagnostic[];
  readonly deployment: CompiledDeployment | undefined;
}

/** The key sets and databases of a deployment, and what the compiler says of them. */
export class DeploymentModel {
  private readonly parts: OptionPart[] = [];
  private compiled: CompiledOptions | undefined;

  constructor(
    private readonly owner: IConstruct,
    private readonly options: OptionRecord,
  ) {}

  /** Adds a key set or a database; its name must be free. */
  add(part: OptionPart): void {
    const taken = this.parts.find(({ field, name }) => field === part.field && name === part.name);
    if (taken !== undefined) {
      throw new Error(
        `[${part.owner.node.path}] the deployment has "${part.name}" already: ${taken.owner.node.path}`,
      );
    }
    this.parts.push(part);
    this.compiled = undefined;
  }

  /** The deployment, unless there are errors. */
  deployment(): CompiledDeployment | undefined {
    return this.compile().deployment;
  }

  /** What there is to say of one construct, without its path. */
  messagesOf(owner: IConstruct, severity: Severity): string[] {
    const { document, diagnostics } = this.compile();
    return diagnostics
      .filter((one) => one.severity === severity && document.placeOf(one.range).owner === owner)
      .map((one) => messageOf(one, document));
  }

  /** Every error, one a line, each after the path of its construct. */
  errorReport(): string {
    const { document, diagnostics } = this.compile();
    return diagnostics
      .filter(({ severity }) => severity === "error")
      .map((one) => `[${document.placeOf(one.range).owner.node.path}] ${messageOf(one, document)}`)
      .join("\n");
  }

  private compile(): CompiledOptions {
    if (this.compiled === undefined) {
      const document = documentOf({ owner: this.owner, options: this.options }, this.parts);
      const { diagnostics, deployment } = compileDocument(document.document);
      this.compiled = { document, diagnostics, deployment };
    }
    return this.compiled;
  }
}

function messageOf({ code, message, help, range, related }: Diagnostic, { placeOf }: OptionDocument): string {
  const { path } = placeOf(range);
  const at = path.length === 0 ? code : `${code} at ${pathText(path)}`;
  const others = related.map((place) => ` (${placeText(placeOf(place.range))}: ${place.message})`).join("");
  return oneLine(`${at}: ${message}${others}${help === undefined ? "" : `; ${help}`}`);
}

function placeText({ owner, path }: OptionPlace): string {
  return path.length === 0 ? owner.node.path : `${owner.node.path} ${pathText(path)}`;
}
