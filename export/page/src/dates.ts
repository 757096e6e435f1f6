// ISO dates to the day, month or year, compared as far as both are precise.

export function compareDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const left = a.slice(0, length);
  const right = b.slice(0, length);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** True if what was seen between two dates was seen between two others; empty ones bound nothing.
 *  What has no date is outside of any bounds. */
export function seenInside(first: string, last: string, since: string, until: string): boolean {
  if (since === '' && until === '') return true;
  if (first === '' || last === '') return false;
  return (
    (since === '' || compareDates(last, since) >= 0) &&
    (until === '' || compareDates(first, until) <= 0)
  );
}
