import type { TextForm } from "../../../model/engine";

const RDS = "https://docs.aws.amazon.com/AmazonRDS/latest";

/** Subnets of a new subnet group, which covers two Availability Zones or more. */
export const subnetsPerGroup = {
  minimum: 2,
  source: `${RDS}/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html`,
};

/** What a Region's network is named by: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSubnetGroup.html. */
export const networkForms: Readonly<Record<"subnet" | "securityGroup" | "subnetGroup", TextForm>> = {
  subnet: { isValid: (text) => /^subnet-[0-9a-z]+$/.test(text), form: "subnet-… as EC2 writes it" },
  securityGroup: { isValid: (text) => /^sg-[0-9a-z]+$/.test(text), form: "sg-… as EC2 writes it" },
  // RDS keeps names in lower case, and Terraform would replace a cluster whose group is written otherwise.
  subnetGroup: {
    isValid: (text) => /^[a-z0-9 ._-]{1,255}$/.test(text),
    form: "lower-case letters, digits, spaces, `.`, `_` and `-`",
  },
};
