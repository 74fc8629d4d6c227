/** The release of the provider that the tables of this folder are proved against. */
export const PROVED_VERSION = "5.100.0";

/** A file of the provider's source that declares a resource type. */
export function providerSource(file: string): string {
  return `https://github.com/hashicorp/terraform-provider-aws/blob/v${PROVED_VERSION}/internal/service/${file}`;
}
