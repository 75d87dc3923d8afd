import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, PlainFault } from '../../../platform/fault.ts'

const FILE = 'auth-secret'
/** 256 bits, more than the digests made with it can hold. */
const SECRET_BYTES = 32
/** Shorter ones can be guessed from a single cookie. */
const GIVEN_MIN = 32

/**
 * What session cookies are signed with: the given secret, or one made once and kept in the data
 * directory, readable by its owner alone. Several processes that start at once agree on one.
 *
 * @param given the setting `AUTH_SECRET`; null to use the data directory
 * @throws PlainFault when the given secret is shorter than 32 characters
 */
export async function loadAuthSecret(dataDir: string, given: string | null): Promise<string> {
  if (given !== null) {
    if (given.length < GIVEN_MIN) {
      throw new PlainFault(
        `AUTH_SECRET is too short. Give it ${GIVEN_MIN} random characters at least, or leave it out: one is then made.`,
      )
    }
    return given
  }
  const path = join(dataDir, FILE)
  return (await readSecret(path)) ?? (await makeSecret(dataDir, path))
}

async function readSecret(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** A link appears whole or not at all and never replaces a file: the first process to get there wins. */
async function makeSecret(dataDir: string, path: string): Promise<string> {
  const draft = join(dataDir, `${FILE}.${randomBytes(6).toString('hex')}`)
  await mkdir(dataDir, { recursive: true })
  await writeFile(draft, `${randomBytes(SECRET_BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  try {
    await link(draft, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  const secret = await readSecret(path)
  if (!secret) throw new Error('the secret that signs sessions could not be kept')
  return secret
}
