import type { KeyIdentifier, PrincipalIdentifier } from "../../../model/provider-catalog";

const KEY =
  /^projects\/([a-z][a-z0-9.:-]*[a-z0-9])\/locations\/([a-z0-9-]+)\/keyRings\/([A-Za-z0-9_-]{1,63})\/cryptoKeys\/([A-Za-z0-9_-]{1,63})$/;
const VERSION = /^(projects\/.+\/cryptoKeys\/[A-Za-z0-9_-]{1,63})\/cryptoKeyVersions\/[0-9]+$/;

/** The one universe that is written for. */
const UNIVERSE = "googleapis.com";

/** Takes the full name of a key apart: https://cloud.google.com/kms/docs/getting-resource-ids. */
export function parseKeyIdentifier(text: string): KeyIdentifier {
  const version = VERSION.exec(text);
  if (version) return { kind: "version", key: version[1] ?? "" };
  const key = KEY.exec(text);
  if (key === null) return { kind: "malformed" };
  const [, account = "", region = "", ring = "", name = ""] = key;
  return {
    kind: "key",
    partition: UNIVERSE,
    region,
    account,
    name: `${ring}/${name}`,
    isMultiRegion: false,
  };
}

const EMAIL = "[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+";
const MEMBER = new RegExp(`^(user|group|serviceAccount):${EMAIL}$`);
const ADDRESS = new RegExp(`^${EMAIL}$`);
const FEDERATED = /^principal(Set)?:\/\/iam\.googleapis\.com\/[^\s]+$/;

/** Takes a member of an IAM policy apart: https://cloud.google.com/iam/docs/principal-identifiers. */
export function parsePrincipal(text: string): PrincipalIdentifier {
  if (MEMBER.test(text) || FEDERATED.test(text)) return { kind: "principal", partition: UNIVERSE };
  if (["allUsers", "allAuthenticatedUsers", "*"].includes(text)) return { kind: "everyone" };
  return ADDRESS.test(text) ? { kind: "malformed", meant: membersOf(text) } : { kind: "malformed" };
}

/** The members that a bare e-mail address may stand for. */
function membersOf(address: string): readonly string[] {
  return address.endsWith(".gserviceaccount.com")
    ? [`serviceAccount:${address}`]
    : [`user:${address}`, `group:${address}`];
}
