import { explain } from '../../../platform/refused.ts'
import { securityTexts } from '../texts-security.ts'

/** What went wrong with a passkey: who turns the browser's own question away has made no mistake. */
export function passkeyProblem(error: unknown) {
  const isCancelled = error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)
  return isCancelled ? securityTexts.passkeys.cancelled : explain(error)
}
