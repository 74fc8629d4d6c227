import type { DatabaseMember, PlannedDatabase } from "../../../model/database";
import type { DeploymentFacts, PlannedKeyOf } from "../../common/policy-checks/deployment-facts";
import type { CheckException } from "../../common/policy-checks/policy-check";
import { benchmarkRotationDays } from "../catalog/limits";
import { SYMMETRIC } from "../catalog/key-specs";
import { valueAt } from "./conditions";

/*
 * Why checks need not hold, each said once for all tools. What the spec chose is looked up in the plan.
 */

const databaseSays = (
  reason: string,
  says: (database: PlannedDatabase, member: DatabaseMember | undefined) => boolean,
  cause: CheckException["cause"] = "spec",
): CheckException => ({
  cause,
  reason,
  applies: ({ element }, facts) => {
    const database = facts.databaseOf(element);
    return database !== undefined && says(database, facts.memberOf(element)?.member);
  },
});

const keySays = (
  reason: string,
  says: (planned: PlannedKeyOf) => boolean,
  cause: CheckException["cause"] = "spec",
): CheckException => ({
  cause,
  reason,
  applies: ({ element }, facts) => {
    const planned = facts.keyOf(element);
    return planned !== undefined && says(planned);
  },
});

const rotationOf = ({ key }: PlannedKeyOf) => (key.kind === "replica-key" ? undefined : key.rotation);

/** https://cloud.google.com/kms/docs/key-rotation */
export const rotationImpossible = keySays(
  "Google rotates only symmetric encryption keys whose material it makes itself",
  ({ keySet: { spec, origin, protection } }) =>
    spec !== SYMMETRIC || origin === "external" || protection === "external" || protection === "external-vpc",
  "provider",
);

export const rotationOff = keySays(
  "the spec switches rotation off",
  (planned) => rotationOf(planned)?.kind === "off",
);

export const rotationChosen = keySays("the spec rotates the key less often", (planned) => {
  const rotation = rotationOf(planned);
  return rotation?.kind === "automatic" && rotation.periodDays > benchmarkRotationDays.maximum;
});

export const keyUnprotected = keySays("the spec says protect: false", ({ key }) => !key.protect);

export const databaseUnprotected = databaseSays(
  "the spec says deletionProtection: false",
  ({ deletionProtection }) => !deletionProtection,
);

export const encryptedOnly = databaseSays(
  "connections must be encrypted; the spec's tls: client-certificate asks for certificates of clients too",
  ({ tls }) => tls === "encrypted",
  "design",
);

/** https://www.checkov.io/5.Policy%20Index/terraform.html lists no other version as the newest. */
export const versionUnknown = databaseSays(
  "the check knows one version of each engine only; the spec chooses the version",
  ({ engineVersion }) => engineVersion !== "",
);

/** A flag has the value that the spec gave it. */
export const flagChosen = (name: string): CheckException =>
  databaseSays("the spec sets the flag", (_, member) => member?.parameters[name] !== undefined);

export const withoutIam = databaseSays(
  "the spec says iamAuthentication: false",
  ({ iamAuthentication }) => !iamAuthentication,
);

/** A member that the spec lets fail with its zone. */
export const singleZone = databaseSays(
  "the spec says multiAz: false",
  (_, member) => member?.multiAz === false,
);

/** Where the spec names no key, Google's default encryption serves. */
export const defaultEncryption: CheckException = {
  cause: "spec",
  reason: "the key set is provider-managed: Google encrypts with a key of its own that cannot be named",
  applies: ({ element }, facts) => {
    const planned = facts.memberOf(element);
    return planned !== undefined && facts.keySetFor(planned, "storage")?.strategy === "provider-managed";
  },
};

/** In the source's Region a replica has the source's key: https://cloud.google.com/sql/docs/postgres/cmek. */
export const sameRegionReplica: CheckException = {
  cause: "provider",
  reason: "a replica in its source's Region has the source's key, and cannot name another",
  applies: ({ element }, facts) => {
    const member = facts.memberOf(element)?.member;
    return member?.kind === "replica" && !member.isCrossRegion;
  },
};

/** Whether the agents of a key are ours to let in: the key of another project is its owner's. */
export const foreignKey: CheckException = {
  cause: "spec",
  reason: "the key is of another project, whose owner lets the service agent in",
  applies: (subject, { plan }: DeploymentFacts) => {
    const name = String(
      valueAt(subject, "encryptionKeyName") ?? valueAt(subject, "encryptionConfig.kmsKeyName"),
    );
    return plan.keySets.some(({ keyIn }) =>
      [...keyIn.values()].some((key) => key.kind === "existing-key" && key.id === name),
    );
  },
};
