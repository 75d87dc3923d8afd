import { spawnSync } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { withConnection } from '../platform/db/connect.ts'
import { isRunning } from '../platform/postgres/postmaster.ts'
import { createEmptyDatabase } from '../platform/testing/database.ts'
import { type Ended, MillraceProcesses } from './testing/millrace-process.ts'

const processes = await MillraceProcesses.open()
const { folder } = processes
const mounted: string[] = []
afterAll(async () => {
  for (const place of mounted) spawnSync('umount', ['-l', place])
  await processes.close()
})
const run = processes.run.bind(processes)
const startServing = processes.serve.bind(processes)

/** One clear sentence or two on the error output, no stack, and an exit code that says no. */
function expectSentence(ended: Ended, sentence: RegExp): void {
  expect(ended.complaint).toMatch(sentence)
  expect(ended.complaint).not.toMatch(/\n\s+at |Error:/)
  expect(ended.complaint.trim().split('\n')).toHaveLength(1)
  expect(ended.code).toBe(1)
}

async function databasePid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

describe('a server that cannot start says why in one sentence', { timeout: 60_000 }, () => {
  test('with a wrong setting', async () => {
    expectSentence(
      await run(['serve'], { PORT: 'four thousand' }),
      /^millrace: PORT is "four thousand"; a whole number .* is allowed\.$/m,
    )
  })

  test('with a wrong address of the database', async () => {
    expectSentence(
      await run(['serve'], { DATABASE_URL: 'mysql://me:secret@host/mill' }),
      /DATABASE_URL is "mysql:\/\/…@host\/mill"; an address such as/,
    )
  })

  test('when nothing answers there', async () => {
    expectSentence(
      await run(['serve'], { DATABASE_URL: 'postgres://me@127.0.0.1:1/mill' }),
      /No database server answers for mill at 127\.0\.0\.1:1\./,
    )
  })

  test('when the server knows no such database', async () => {
    const database = await createEmptyDatabase()
    const url = `${database.url}_missing`
    expectSentence(await run(['serve'], { DATABASE_URL: url }), /There is no database .*_missing at/)
    await database.drop()
  })

  test('when the database is newer than the program', async () => {
    const database = await createEmptyDatabase()
    expect((await run(['migrate'], { DATABASE_URL: database.url })).code).toBe(0)
    await withConnection(database.url, (client) =>
      client.query(
        `insert into schema_migration (number, name, checksum) values (9999, '9999_work_tomorrow', '')`,
      ),
    )
    expectSentence(
      await run(['serve'], { DATABASE_URL: database.url }),
      /made by a newer Millrace: it has the schema change 9999_work_tomorrow/,
    )
    await database.drop()
  })

  test('when its port is taken', async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address()
        resolve(typeof address === 'object' ? (address?.port ?? 0) : 0)
      })
    })
    const ended = await run(['serve'], { PORT: String(port) })
    expectSentence(ended, new RegExp(`Port ${port} of 127\\.0\\.0\\.1 is in use by another program\\.`))
    taken.close()
  })

  test('when its data directory is a file', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    expectSentence(await run(['serve'], { DATA_DIR: file }), /a-file is not a directory\./)
  })

  test.skipIf(process.platform !== 'linux')('when its data directory cannot be written to', async () => {
    expectSentence(
      await run(['serve'], { DATA_DIR: '/sys/millrace' }),
      /may not (write to|change) \/sys\/millrace|\/sys\/millrace is on a read-only file system/,
    )
  })
})

test.each([
  ['migrate', '--bogus'],
  ['doctor', 'everything'],
  ['seed', 'demo', '--bogus'],
  ['serve', '--bogus'],
  ['backup'],
  ['backup', '--bogus'],
  ['restore'],
  ['demo', 'remove', '--bogus'],
  ['import'],
  ['user', 'add'],
  ['bogus'],
])('the command line %s %s is explained instead of carried out', { timeout: 60_000 }, async (...args) => {
  const ended = await run(
    args.filter((arg) => typeof arg === 'string'),
    {},
  )
  expect(ended.complaint).toMatch(/^millrace: .+\n\nUsage: millrace /)
  expect(ended.code).toBe(2)
})
test('doctor knows a server on a database of its own from another program', { timeout: 60_000 }, async () => {
  const database = await createEmptyDatabase()
  const env = { DATABASE_URL: database.url, DATA_DIR: join(folder, 'own') }
  const server = await startServing(env)
  const { port } = new URL(server.address)
  const { output } = await run(['doctor'], { ...env, PORT: port })
  expect(output).toMatch(new RegExp(`^ok +port +${port}; Millrace answers`, 'm'))
  server.child.kill('SIGTERM')
  await server.ended
  await database.drop()
})

describe('an embedded database', { timeout: 120_000 }, () => {
  test('serves one process at a time, survives its death and ends with the last', async () => {
    const DATA_DIR = join(folder, 'embedded')
    const first = await startServing({ DATA_DIR })
    expect((await fetch(`${first.address}/readyz`)).status).toBe(200)
    expectSentence(
      await run(['serve'], { DATA_DIR }),
      /Millrace is already running on .*embedded \(process \d+\)/,
    )

    first.child.kill('SIGKILL')
    await first.ended
    const orphan = await databasePid(DATA_DIR)
    expect(isRunning(orphan)).toBe(true)

    const second = await startServing({ DATA_DIR })
    expect(second.texts.output).toContain('survived the last run')
    expect(await databasePid(DATA_DIR)).toBe(orphan)
    second.child.kill('SIGTERM')
    expect((await second.ended).code).toBe(0)
    expect(isRunning(orphan)).toBe(false)
  })

  test('comes back when it ends by itself', async () => {
    const DATA_DIR = join(folder, 'restarted')
    const server = await startServing({ DATA_DIR })
    process.kill(await databasePid(DATA_DIR), 'SIGKILL')
    let status = 0
    for (let attempt = 0; attempt < 100 && status !== 200; attempt++) {
      await sleep(200)
      status = await fetch(`${server.address}/readyz`).then(
        (response) => response.status,
        () => 0,
      )
      if (!server.texts.output.includes('is started again')) status = 0
    }
    expect(status).toBe(200)
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  })
})

describe.skipIf(!canMount())('a full disk', { timeout: 120_000 }, () => {
  test('refuses a start in one sentence', async () => {
    const place = mount('tiny', '20m')
    expectSentence(
      await run(['serve'], { DATA_DIR: place }),
      /The disk of .*tiny has \d+ MB left; Millrace needs 64 MB to start\./,
    )
  })

  test('is survived by a server that runs', async () => {
    const place = mount('small', '260m')
    const DATA_DIR = join(place, 'data')
    const server = await startServing({ DATA_DIR })
    const { port, password } = JSON.parse(await readFile(join(DATA_DIR, 'database.json'), 'utf8'))
    const url = `postgres://millrace:${password}@127.0.0.1:${port}/millrace`
    spawnSync('dd', ['if=/dev/zero', `of=${join(place, 'filler')}`, 'bs=1M'])
    const write = () =>
      withConnection(url, async (client) => {
        await client.query('create table if not exists flour (sack text)')
        await client.query(
          `insert into flour select repeat(md5(n::text), 100) from generate_series(1, 20000) n`,
        )
      })
    await expect(write()).rejects.toThrow(/No space left|[Cc]onnection|database/)
    expect(server.child.exitCode).toBeNull()
    await rm(join(place, 'filler'))
    let isBack = false
    for (let attempt = 0; attempt < 100 && !isBack; attempt++) {
      await sleep(200)
      isBack = await write().then(
        () => true,
        () => false,
      )
    }
    expect(isBack).toBe(true)
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200)
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  })
})

function mount(name: string, size: string): string {
  const place = join(folder, name)
  spawnSync('mkdir', ['-p', place])
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', place])
  if (status === 0) mounted.push(place)
  return place
}

function canMount(): boolean {
  return process.getuid?.() === 0 && mount('probe', '1m') !== '' && mounted.length > 0
}
