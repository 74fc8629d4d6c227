/** The release of the provider that the tables of this folder were read from. */
const READ_VERSION = "7.45.0";

/** A file of the provider's source that declares a resource type. */
export function providerSource(file: string): string {
  return `https://github.com/hashicorp/terraform-provider-google/blob/v${READ_VERSION}/google/services/${file}`;
}
