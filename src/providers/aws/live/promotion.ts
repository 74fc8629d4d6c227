import type { Migration, ResourceTransition, ReviewedResource } from "../../../terraform/live-behaviour";
import { step } from "../../common/live/migration-parts";
import { primaryAddress } from "./key-usage";
import { aliasTo, aws } from "./migration-parts";
import { changesRole } from "./role-findings";

/** A multi-Region key whose primary key is to stand where a replica key of it stands. */
interface Promotion {
  /** The primary key, and the replica key that it is to become. */
  readonly oldPrimary: ReviewedResource;
  readonly newReplica: ReviewedResource;
  /** The replica key, and the primary key that it is to become. */
  readonly oldReplica: ReviewedResource;
  readonly newPrimary: ReviewedResource;
}

const REPLICA_OF: Readonly<Record<string, string>> = {
  aws_kms_key: "aws_kms_replica_key",
  aws_kms_external_key: "aws_kms_replica_external_key",
};

/** The change of primary Region that makes an end of a primary key; undefined where that has another reason. */
export function promotionOf(
  key: ReviewedResource,
  all: readonly ResourceTransition[],
): Promotion | undefined {
  const replicaType = REPLICA_OF[key.type];
  // Databases that change roles stay as they are, and `primaryRegion` with them.
  if (replicaType === undefined || all.some(changesRole)) return undefined;
  const named = (type: string, { address }: ReviewedResource) => `${type}.${address.split(".").at(-1) ?? ""}`;
  const newReplica = created(all).find(({ address }) => address === named(replicaType, key));
  const oldReplicas = gone(all).filter(({ type, arguments: given }) => {
    return type === replicaType && primaryAddress(given) === key.address;
  });
  for (const oldReplica of oldReplicas) {
    const newPrimary = created(all).find(({ address }) => address === named(key.type, oldReplica));
    if (newReplica !== undefined && newPrimary !== undefined)
      return { oldPrimary: key, newReplica, oldReplica, newPrimary };
  }
  return undefined;
}

/** Whether a replica key only follows its primary key to another Region. */
export function followsPromotion(
  { arguments: given }: ReviewedResource,
  all: readonly ResourceTransition[],
): boolean {
  const address = primaryAddress(given);
  const primary = gone(all).find((one) => one.address === address);
  return primary !== undefined && promotionOf(primary, all) !== undefined;
}

function created(all: readonly ResourceTransition[]): readonly ReviewedResource[] {
  return all.flatMap(({ after, action }) => (action === "create" && after !== undefined ? after : []));
}

function gone(all: readonly ResourceTransition[]): readonly ReviewedResource[] {
  return all.flatMap(({ before, action }) => (action === "destroy" && before !== undefined ? before : []));
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-update.html */
export function promotedReplica(
  { oldPrimary, newReplica, oldReplica, newPrimary }: Promotion,
  all: readonly ResourceTransition[],
): Migration {
  const alias = aliasTo(oldPrimary.address, all) ?? "<ARN of the key>";
  const id = `"$(${aws("kms describe-key", oldPrimary.region, { "key-id": alias, query: "KeyMetadata.KeyId", output: "text" })})"`;
  const importOf = ({ address }: ReviewedResource) => `terraform import '${address}' <key id>`;
  return {
    title: "Have KMS make the replica key the primary one, and tell Terraform",
    steps: [
      step(
        "Change the primary Region; the key id, the ciphertexts and the policies stay as they are. The caller needs kms:UpdatePrimaryRegion on both keys.",
        aws("kms update-primary-region", oldPrimary.region, {
          "key-id": id,
          "primary-region": oldReplica.region ?? "<Region>",
        }),
      ),
      step(
        "Emit this change. Have Terraform forget both keys, and know them in their new places; until then every plan fails. Where resources say their Regions by an argument, `@` and the Region follow the id.",
        ...[oldPrimary, oldReplica].map(({ address }) => `terraform state rm '${address}'`),
        ...[newPrimary, newReplica].map(importOf),
      ),
      step("Plan: nothing is replaced or destroyed. Then apply.", "terraform plan"),
    ],
  };
}
