import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { serverVersion, withConnection } from '../db/connect.ts'
import { initCluster } from './cluster.ts'
import { clusterUser } from './cluster-user.ts'
import { startPostmaster, stopPostmaster, urlOf } from './postmaster.ts'

/** Where Debian puts the oldest version we support. */
const PROGRAMS = '/usr/lib/postgresql/15'
const home = await mkdtemp(join(tmpdir(), 'millrace-system-'))
await chmod(home, 0o755)
afterAll(() => rm(home, { recursive: true, force: true }))

test.runIf(existsSync(join(PROGRAMS, 'bin', 'initdb')))(
  'a PostgreSQL of the system serves where none came with the packages',
  { timeout: 60_000 },
  async () => {
    const place = { home, programs: PROGRAMS, user: clusterUser(), isDurable: false }
    const password = randomBytes(8).toString('hex')
    await initCluster(place, password)
    const { pid, port } = await startPostmaster(place, 0, password)
    const version = await withConnection(urlOf(port, password, 'postgres'), serverVersion)
    expect(version.major).toBe(15)
    await stopPostmaster(pid)
  },
)
