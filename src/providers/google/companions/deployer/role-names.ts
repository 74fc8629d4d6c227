/** The file of the role for the deployment's project. */
export const ROLE_FILE = "deployer-role.yaml";
/** The file of the role for the project that keys are created in, where that is another one. */
export const KEY_ROLE_FILE = "deployer-role-keys.yaml";
/** The file of the role for the project that shares its network, where that is another one. */
export const NETWORK_ROLE_FILE = "deployer-role-network.yaml";

/** https://cloud.google.com/iam/docs/reference/rest/v1/projects.roles/create */
const LONGEST_ID = 64;

/** The id of the role of a root module: letters, digits, `_` and `.`. What tells root modules apart is at its end. */
export function roleId(program: string): string {
  return `keyspan_${program.replace(/[^A-Za-z0-9]+/g, "_")}`.slice(-LONGEST_ID);
}
