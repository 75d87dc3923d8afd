/** Where signing in by a provider begins; it is a page of the server, so the browser goes there itself. */
export function doorAddress(
  id: string,
  next: string | undefined,
  purpose: 'sign-in' | 'connect' = 'sign-in',
): string {
  const search = new URLSearchParams({
    ...(next === undefined ? {} : { next }),
    ...(purpose === 'connect' ? { connect: 'yes' } : {}),
  }).toString()
  return `/api/auth/provider/${id}/start${search === '' ? '' : `?${search}`}`
}

/** The organisation that an address leads into, by its name in addresses. */
export function organisationIn(next: string | undefined): string | undefined {
  return /^\/o\/([a-z0-9-]+)/.exec(next ?? '')?.[1]
}
