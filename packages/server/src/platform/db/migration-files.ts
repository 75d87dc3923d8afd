import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

/** One numbered file of `migrations/`, such as `0007_work_items.sql`. */
export type Migration = {
  readonly number: number
  readonly name: string
  readonly text: string
  /** SHA-256 of the text, in hexadecimal. */
  readonly checksum: string
  /** False with the line `-- no-transaction`, which `create index concurrently` needs. */
  readonly isTransactional: boolean
  /** True with `-- breaking` in the first line: processes of the old version must be stopped before. */
  readonly isBreaking: boolean
}

const NAME = /^(\d{4})_[a-z0-9_]+\.sql$/

/** The folder with Millrace's own migrations. */
export const MIGRATIONS = new URL('migrations/', import.meta.url)

/**
 * All migrations of a folder, in order.
 *
 * @throws when a file is misnamed or a number is used twice: both are bugs of whoever added it
 */
export async function readMigrations(folder: URL = MIGRATIONS): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  const migrations = await Promise.all(names.map((name) => readMigration(folder, name)))
  migrations.forEach((migration, index) => {
    if (migration.number !== migrations[index - 1]?.number) return
    throw new Error(`migration number ${migration.number} is used twice`)
  })
  return migrations
}

async function readMigration(folder: URL, name: string): Promise<Migration> {
  const number = NAME.exec(name)?.[1]
  if (number === undefined) throw new Error(`${name} is not named like 0007_work_items.sql`)
  const text = await readFile(new URL(name, folder), 'utf8')
  return {
    number: Number(number),
    name: name.replace(/\.sql$/, ''),
    text,
    checksum: createHash('sha256').update(text).digest('hex'),
    isTransactional: !/^-- no-transaction\s*$/m.test(text),
    isBreaking: text.startsWith('-- breaking'),
  }
}

/** One checksum over all migrations: equal sets build equal schemas. */
export function checksumOf(migrations: readonly Migration[]): string {
  const hash = createHash('sha256')
  for (const { name, checksum } of migrations) hash.update(`${name} ${checksum}\n`)
  return hash.digest('hex')
}
