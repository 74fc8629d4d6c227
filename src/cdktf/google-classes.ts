import type { TerraformProvider } from "./bindings";
import type { BoundElement, ElementClass, ProviderClasses } from "./bound-element";
import * as bindings from "./google-bindings";
import { withNewer } from "./newer-arguments";
import { plainProvider, plainResource } from "./plain-elements";
import { withMaps } from "./provider-maps";
import { RemoteState } from "./remote-state";

/** The classes of the bindings of Google Cloud, with the arguments that are newer than these. */
export const classes: ProviderClasses = {
  elements: new Map<string, ElementClass<BoundElement>>([
    [
      "google_alloydb_cluster",
      withNewer(bindings.AlloydbCluster, ["deletionProtection"], {
        initialUser: ["passwordWo", "passwordWoVersion"],
      }),
    ],
    ["google_alloydb_instance", bindings.AlloydbInstance],
    ["google_kms_crypto_key", bindings.KmsCryptoKey],
    ["google_kms_crypto_key_iam_member", bindings.KmsCryptoKeyIamMember],
    ["google_kms_key_ring", bindings.KmsKeyRing],
    ["google_project_service_identity", plainResource("google_project_service_identity")],
    ["google_sql_database", bindings.SqlDatabase],
    [
      "google_sql_database_instance",
      withNewer(bindings.SqlDatabaseInstance, ["rootPasswordWo", "rootPasswordWoVersion"], {
        settings: ["finalBackupConfig", "dataDiskProvisionedIops", "dataDiskProvisionedThroughput"],
      }),
    ],
    ["google_sql_user", bindings.SqlUser],
    ["time_sleep", plainResource("time_sleep")],
    ["data.google_kms_key_ring", bindings.DataGoogleKmsKeyRing],
    ["data.google_project", bindings.DataGoogleProject],
    ["data.terraform_remote_state", RemoteState],
  ]),
  providers: new Map<string, ElementClass<TerraformProvider>>([
    ["google", withMaps(bindings.GoogleProvider, ["defaultLabels"])],
    ["google-beta", withMaps(plainProvider("google-beta", "hashicorp/google-beta"), ["defaultLabels"])],
  ]),
};
