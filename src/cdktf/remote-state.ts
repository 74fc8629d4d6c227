import { TerraformElement, type Construct } from "./bindings";

/**
 * The state of another stack, read through its backend. cdktf has a class for each kind of backend and makes
 * them by itself; here a program says exactly what is read.
 */
export class RemoteState extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: { readonly backend: string; readonly config: Readonly<Record<string, unknown>> },
  ) {
    super(scope, id, "data.terraform_remote_state");
  }

  override toTerraform(): unknown {
    const { backend, config } = this.config;
    return { data: { terraform_remote_state: { [this.friendlyUniqueId]: { backend, config } } } };
  }
}
