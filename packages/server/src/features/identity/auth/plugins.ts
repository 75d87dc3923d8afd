import { type PasskeyOptions, passkey } from '@better-auth/passkey'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'

const ISSUER = 'Millrace'

/**
 * Codes from an authenticator app, with recovery codes. Five wrong codes end a sign-in, ten in a row
 * lock the factor for a quarter of an hour.
 *
 * @see RFC 6238; NIST SP 800-63B-4 §3.2.2 for the limit
 */
export function secondFactor() {
  return twoFactor({
    issuer: ISSUER,
    twoFactorCookieMaxAge: 600,
    accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 },
    backupCodeOptions: { amount: 10, length: 10, storeBackupCodes: 'encrypted' },
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'auth_two_factor',
        fields: {
          userId: 'user_id',
          backupCodes: 'backup_codes',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  })
}

/**
 * Passkeys, which sign in without a password. They count as two factors because the device has to
 * have checked who holds it: one that did not is refused.
 *
 * @param host of the pages; browsers keep a passkey for that host alone
 * @see WebAuthn Level 3 §7.1 step 16 and §7.2 step 17
 */
export function passkeys(host: string) {
  const options: PasskeyOptions = {
    rpID: host,
    rpName: ISSUER,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: ({ verification }) => {
        if (verification.registrationInfo?.userVerified !== true) refuseUnverified()
      },
    },
    authentication: {
      afterVerification: ({ verification }) => {
        if (!verification.authenticationInfo.userVerified) refuseUnverified()
      },
    },
    schema: {
      passkey: {
        modelName: 'auth_passkey',
        fields: {
          userId: 'user_id',
          publicKey: 'public_key',
          credentialID: 'credential_id',
          deviceType: 'device_type',
          backedUp: 'backed_up',
          createdAt: 'created_at',
        },
      },
    },
  }
  return passkey(options)
}

function refuseUnverified(): never {
  throw new APIError('UNAUTHORIZED', { code: 'AUTHENTICATION_FAILED', message: 'not verified by the device' })
}
