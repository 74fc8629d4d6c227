import { template as block } from "../../templates/_block.hbs";
import { template as header } from "../../templates/_header.hbs";
import { template as database } from "../../templates/database.tf.hbs";
import { template as keys } from "../../templates/keys.tf.hbs";
import { template as main } from "../../templates/main.tf.hbs";
import { template as monitoring } from "../../templates/monitoring.tf.hbs";
import { template as outputs } from "../../templates/outputs.tf.hbs";
import { template as providers } from "../../templates/providers.tf.hbs";
import { template as terraform } from "../../templates/terraform.tf.hbs";
import { template as variables } from "../../templates/variables.tf.hbs";

/** Compiled templates by name: one for each kind of file, and the partials they share. */
export interface TemplateSet {
  readonly files: ReadonlyMap<string, TemplateSpecification>;
  readonly partials: ReadonlyMap<string, TemplateSpecification>;
}

/** The templates of templates/, compiled when keyspan is built. */
export const standardTemplates: TemplateSet = {
  files: new Map(
    Object.entries({ database, keys, main, monitoring, outputs, providers, terraform, variables }),
  ),
  partials: new Map(Object.entries({ block, header })),
};
