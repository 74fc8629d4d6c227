import { admitsBefore, admitsBetween, admitsMajor } from "../../../src/providers/common/version-constraint";

test.each([
  [">= 5.100.0, < 7.0.0", true],
  ["~> 6.2", true],
  ["~> 5.100.3", true],
  ["= 5.100.7", true],
  ["> 5.100.0, < 5.101.0", true],
  [">= 5.100.0, != 5.100.0, != 5.100.1, <= 5.100.2", true],
  [">= 5.100.0, != 5.100.0, != 5.100.1, <= 5.100.1", false],
  ["> 6.999", true],
  ["~> 5.99.0", false],
  ["< 5.100", false],
  [">= 7", false],
  ["> 6.0, < 6", false],
])("%s admits versions from 5.100 on and before 7: %s", (constraint, isAdmitted) => {
  expect(admitsBetween(constraint, [5, 100, 0], [7, 0, 0])).toBe(isAdmitted);
});

test.each([
  ["~> 5.1", true],
  ["> 5.1.0, < 5.1.2", true],
  [">= 6.0", false],
  ["~> 4.67", false],
])("%s admits a release of version 5: %s", (constraint, isAdmitted) => {
  expect(admitsMajor(constraint, 5)).toBe(isAdmitted);
});

test.each([
  [">= 1.11.0", false],
  [">= 1.10", true],
  ["~> 0.15", true],
  ["!= 1.10.0", true],
  ["> 1.10.5, < 2.0.0", true],
  ["~> 1.11", false],
])("%s admits a release before 1.11: %s", (constraint, isAdmitted) => {
  expect(admitsBefore(constraint, 1, 11)).toBe(isAdmitted);
});
