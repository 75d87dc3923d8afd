/** Where signing in by a provider begins; it is a page of the server, so the browser goes there itself. With a proof it connects who is signed in. */
export function doorAddress(id: string, next: string | undefined, connectProof?: string): string {
  const search = new URLSearchParams({
    ...(next === undefined ? {} : { next }),
    ...(connectProof === undefined ? {} : { connect: connectProof }),
  }).toString()
  return `/api/auth/provider/${id}/start${search === '' ? '' : `?${search}`}`
}

/** The organisation that an address leads into, by its name in addresses. */
export function organisationIn(next: string | undefined): string | undefined {
  return /^\/o\/([a-z0-9-]+)/.exec(next ?? '')?.[1]
}
