import { InvariantError } from "../base/invariant";
import type { Backend } from "../terraform/program";
import { TerraformBackend, type TerraformStack } from "./bindings";
import { toLiterals } from "./expression-to-token";

/**
 * The backend of a stack, exactly as the plain files have it. The backends of cdktf will not do: without one
 * cdktf adds a local backend with the absolute path of the machine, and its S3 backend does not know
 * `use_lockfile`.
 */
export class PlainBackend extends TerraformBackend {
  constructor(
    stack: TerraformStack,
    private readonly backend: Backend,
  ) {
    super(stack, "backend", backend.kind === "block" ? backend.type : "local");
  }

  override toTerraform(): unknown {
    // Without a backend block Terraform keeps the state in the root module itself.
    return this.backend.kind === "none" ? {} : super.toTerraform();
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return this.backend.kind === "none" ? {} : toLiterals(this.backend.body);
  }

  override getRemoteStateDataSource(): never {
    throw new InvariantError("references between stacks are written out by keyspan, never made by cdktf");
  }
}
