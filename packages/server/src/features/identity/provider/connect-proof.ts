import type { SignedIn } from '../queries/find-session.ts'
import type { Vault } from '../vault.ts'

/** A page with the button is left open for a while. */
const PROOF_MS = 60 * 60_000

/**
 * What a page of ours has and a link on another site has not: whoever led people into connecting could
 * have signed them in at the provider as somebody else before, and come in as them ever after.
 *
 * @see RFC 9700 §4.7
 */
export async function makeConnectProof(vault: Vault, user: SignedIn, now: number): Promise<string> {
  return await vault.seal(JSON.stringify({ sessionId: user.sessionId, until: now + PROOF_MS }))
}

/** Whether the proof was made for this very session, not too long ago. */
export async function isConnectProof(
  vault: Vault,
  proof: string,
  { user, now }: { readonly user: SignedIn; readonly now: number },
): Promise<boolean> {
  const text = await vault.open(proof)
  if (text === null) return false
  // Sealed by `makeConnectProof`, or something else of ours that has neither.
  const { sessionId, until } = JSON.parse(text) as { readonly sessionId?: string; readonly until?: number }
  return sessionId === user.sessionId && until !== undefined && until > now
}
