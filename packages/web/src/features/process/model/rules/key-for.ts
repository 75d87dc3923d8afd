/** What tasks name a new decision by: its name as an XML name, told from those that are taken. */
export function keyFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60)
  const key = /^[a-z]/.test(plain) ? plain : `decision_${plain}`
  for (let count = 2, next = key; ; count += 1, next = `${key}_${String(count)}`) {
    if (!taken.includes(next)) return next
  }
}
