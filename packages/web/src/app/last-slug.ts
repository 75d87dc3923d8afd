const KEY = 'millrace.organisation'

/** The organisation that was open last in this browser. */
export function lastSlug(): string | null {
  return localStorage.getItem(KEY)
}

export function rememberSlug(slug: string): void {
  localStorage.setItem(KEY, slug)
}
