const titles = new Map<string, string>()

export function titleOf(id: string): string {
  return titles.get(id) ?? ''
}
