import { template as block } from "../../templates/_block.hbs";
import { template as header } from "../../templates/_header.hbs";
import { template as database } from "../../templates/database.tf.hbs";
import { template as keys } from "../../templates/keys.tf.hbs";
import { template as main } from "../../templates/main.tf.hbs";
import { template as monitoring } from "../../templates/monitoring.tf.hbs";
import { template as moved } from "../../templates/moved.tf.hbs";
import { template as outputs } from "../../templates/outputs.tf.hbs";
import { template as providers } from "../../templates/providers.tf.hbs";
import { template as readme } from "../../templates/README.md.hbs";
import { template as terraform } from "../../templates/terraform.tf.hbs";
import { template as tests } from "../../templates/tests.tftest.hcl.hbs";
import { template as variables } from "../../templates/variables.tf.hbs";
import type { TemplateSet } from "./layout";

/** The templates of templates/, compiled when keyspan is built. */
export const standardTemplates: TemplateSet = {
  files: new Map(
    Object.entries({
      "README.md": readme,
      "database.tf": database,
      "keys.tf": keys,
      "main.tf": main,
      "monitoring.tf": monitoring,
      "moved.tf": moved,
      "outputs.tf": outputs,
      "providers.tf": providers,
      "terraform.tf": terraform,
      "tests.tftest.hcl": tests,
      "variables.tf": variables,
    }),
  ),
  partials: new Map(Object.entries({ block, header })),
};
