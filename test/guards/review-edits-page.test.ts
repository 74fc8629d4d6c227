import { REVIEW_EDITS_PAGE, reviewEditsPage } from "../../scripts/review-edits-page";
import { readText } from "../support/repository";

test("the page of edits is what the edits of the Terraform suite make (npm run docs)", async () => {
  expect(readText(REVIEW_EDITS_PAGE)).toBe(await reviewEditsPage());
}, 60_000);
