/** Minutes as hours. Four digits tell every minute apart. */
export function hours(minutes: number | null): number | null {
  return minutes === null ? null : Math.round((minutes / 60) * 10_000) / 10_000
}
