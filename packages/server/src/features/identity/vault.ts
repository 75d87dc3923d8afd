import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { loadAuthSecret } from './auth/auth-secret.ts'

/** Keeps secrets that have to be read again, such as those of providers: encrypted, as the library keeps its own. */
export type Vault = {
  readonly seal: (text: string) => Promise<string>
  /** Null when it was sealed with another secret of the installation, or tampered with. */
  readonly open: (sealed: string) => Promise<string | null>
}

/** A vault for the installation's secret; null where nothing secret is kept, such as in an import. */
export function createVault(secret: string | null): Vault {
  const key = () => {
    if (secret === null) throw new Error('there is no secret to seal with here')
    return secret
  }
  return {
    seal: async (text) => await symmetricEncrypt({ key: key(), data: text }),
    open: async (sealed) => await symmetricDecrypt({ key: key(), data: sealed }).catch(() => null),
  }
}

/**
 * The vault of the installation.
 *
 * @throws PlainFault when the secret cannot be had
 */
export async function openVault(settings: {
  readonly dataDir: string
  readonly authSecret: string | null
}): Promise<Vault> {
  return createVault(await loadAuthSecret(settings.dataDir, settings.authSecret))
}
