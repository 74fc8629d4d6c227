/** An amount with two decimal places. */
export function money(amount: number): string {
  return amount.toFixed(2);
}
