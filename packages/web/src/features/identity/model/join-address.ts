/** The address of an invitation. The secret stands after the hash, which browsers send to nobody. */
export function joinAddress(organisationId: string, secret: string): string {
  return `${window.location.origin}/join/${organisationId}#${secret}`
}
