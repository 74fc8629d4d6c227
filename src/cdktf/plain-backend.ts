import { invariant } from "../base/invariant";
import { toSnakeCase } from "../terraform/names";
import type { Backend } from "../terraform/program";
import { TerraformBackend, TerraformRemoteState, type Construct, type TerraformStack } from "./bindings";
import { toLiterals } from "./expression-to-token";

/**
 * The backend of a stack, exactly as the plain files have it. The backends of cdktf will not do: without one
 * cdktf adds a local backend with the absolute path of the machine, and its S3 backend does not know
 * `use_lockfile`.
 */
export class PlainBackend extends TerraformBackend {
  constructor(
    private readonly stack: TerraformStack,
    private readonly backend: Backend,
  ) {
    // No name of a key set or a database has a dot: nobody else's construct has this id.
    super(stack, "terraform.backend", backend.kind === "block" ? backend.type : "local");
  }

  override toTerraform(): unknown {
    // Without a backend block Terraform keeps the state in the root module itself.
    return this.backend.kind === "none" ? {} : super.toTerraform();
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    if (this.backend.kind === "none") return {};
    return Object.fromEntries(
      Object.entries(toLiterals(this.backend.body)).map(([name, value]) => [toSnakeCase(name), value]),
    );
  }

  /**
   * The state of this stack for another stack of the same app. keyspan's own stacks never ask for it: their
   * references are written out in the programs.
   */
  override getRemoteStateDataSource(scope: Construct, id: string): TerraformRemoteState {
    return new StateReader(scope, id, this.name, readerArguments(this.backend, this.stack.node.id));
  }
}

class StateReader extends TerraformRemoteState {}

/** Arguments of a backend that are about writing. */
const ONLY_WRITERS: ReadonlySet<string> = new Set(["encrypt", "kmsKeyId", "useLockfile"]);

function readerArguments(backend: Backend, stack: string): Record<string, unknown> {
  const written = backend.kind === "none" ? { path: "terraform.tfstate" } : toLiterals(backend.body);
  // Root modules stand side by side, and a local path is relative to the one that has it.
  if (backend.kind === "none" || backend.type === "local")
    return { path: `../${stack}/${textOf(written["path"])}` };
  return Object.fromEntries(Object.entries(written).filter(([name]) => !ONLY_WRITERS.has(name)));
}

function textOf(value: unknown): string {
  invariant(typeof value === "string", "the path of a local backend is text");
  return value;
}
