import type { Construct } from "constructs";
import type { TerraformProgram } from "../terraform/program";
import { addElements } from "./add-elements";
import { TerraformStack } from "./bindings";
import { PlainBackend } from "./plain-backend";

/** A program as a stack of CDKTF. */
export class ProgramStack extends TerraformStack {
  constructor(scope: Construct, program: TerraformProgram) {
    super(scope, program.name);
    new PlainBackend(this, program.backend);
    addElements(this, program);
    this.addOverride("terraform.required_version", program.requiredVersion);
    for (const { name, source, version } of program.requiredProviders) {
      this.addOverride(`terraform.required_providers.${name}`, { source, version });
    }
  }
}
