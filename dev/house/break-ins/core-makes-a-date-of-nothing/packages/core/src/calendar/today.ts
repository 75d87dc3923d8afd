export function thisYear(): number {
  return new Date().getUTCFullYear()
}
