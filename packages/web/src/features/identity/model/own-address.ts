/**
 * Where to go on after signing in. Only addresses of this program are followed, so that a link
 * cannot lead people to another site by way of the sign-in page.
 */
export function ownAddress(next: string | undefined): {
  readonly path: string
  readonly search: Readonly<Record<string, string>>
} {
  if (next === undefined || !/^\/(?![/\\])/.test(next)) return { path: '/', search: {} }
  const [path = '/', search = ''] = next.split('?')
  return { path, search: Object.fromEntries(new URLSearchParams(search)) }
}
