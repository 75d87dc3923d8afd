import { send } from './api.ts'

/** What an authenticator app is set up with, and the codes for when it is lost. */
export type FactorSetup = { readonly uri: string; readonly recoveryCodes: readonly string[] }

/**
 * Begins to set up a second factor; it is on once a code was confirmed.
 *
 * @throws Refused when the password is wrong
 */
export async function beginSecondFactor(password: string): Promise<FactorSetup> {
  const answer = await send('/api/auth/two-factor/enable', { method: 'POST', body: { password } })
  return { uri: textIn(answer, 'totpURI'), recoveryCodes: textsIn(answer, 'backupCodes') }
}

/** Confirms a code: it switches the second factor on, or goes on with signing in. */
export async function confirmCode(code: string): Promise<void> {
  await send('/api/auth/two-factor/verify-totp', { method: 'POST', body: { code } })
}

/** Goes on with signing in by a recovery code, which is used up. */
export async function confirmRecoveryCode(code: string): Promise<void> {
  await send('/api/auth/two-factor/verify-backup-code', { method: 'POST', body: { code } })
}

/** Makes other recovery codes; those before end. */
export async function renewRecoveryCodes(password: string): Promise<readonly string[]> {
  const path = '/api/auth/two-factor/generate-backup-codes'
  return textsIn(await send(path, { method: 'POST', body: { password } }), 'backupCodes')
}

/** Switches the second factor off. */
export async function endSecondFactor(password: string): Promise<void> {
  await send('/api/auth/two-factor/disable', { method: 'POST', body: { password } })
}

/** Changes the password, and signs out everywhere else. */
export async function changePassword(input: {
  readonly currentPassword: string
  readonly newPassword: string
}): Promise<void> {
  await send('/api/auth/change-password', { method: 'POST', body: input })
}

/** Whether a browser keeps passkeys for this page: it needs a name, and TLS or this very machine. */
export function canUsePasskeys(): boolean {
  const { hostname } = window.location
  const isAddress = /^[\d.]+$|:/.test(hostname)
  return window.isSecureContext && !isAddress && 'PublicKeyCredential' in window
}

/** Asks the device for a new passkey and keeps it under a name. */
export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const optionsJSON = await send('/api/auth/passkey/generate-register-options', { method: 'GET' })
  // What the server's own WebAuthn library made for this very function.
  const response = await startRegistration({ optionsJSON } as Parameters<typeof startRegistration>[0])
  await send('/api/auth/passkey/verify-registration', { method: 'POST', body: { response, name } })
}

/** Signs in with a passkey that the device offers. */
export async function signInWithPasskey(): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = await send('/api/auth/passkey/generate-authenticate-options', { method: 'GET' })
  // As above.
  const response = await startAuthentication({ optionsJSON } as Parameters<typeof startAuthentication>[0])
  await send('/api/auth/passkey/verify-authentication', { method: 'POST', body: { response } })
}

function textIn(answer: unknown, name: string): string {
  const value = memberOf(answer, name)
  return typeof value === 'string' ? value : ''
}

function textsIn(answer: unknown, name: string): readonly string[] {
  const value = memberOf(answer, name)
  return Array.isArray(value) ? value.map(String) : []
}

function memberOf(answer: unknown, name: string): unknown {
  const members: Readonly<Record<string, unknown>> =
    typeof answer === 'object' && answer !== null ? { ...answer } : {}
  return members[name]
}
