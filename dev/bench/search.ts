import { type Random, seededRandom } from '@millrace/core/kernel'
import { Client } from 'pg'
import { type BenchClient, freshId, signUp } from './client.ts'
import { load } from './load.ts'
import { cpuOf } from './process-cpu.ts'
import type { Section } from './report.ts'
import { type BenchServer, startBenchServer } from './server.ts'

const ITEMS = 100_000
const COMMENTS = 100_000
const BATCH = 1_000
const CONTAINERS = 50
const WORDS = 20_000
const CALLS = 60
/** What a search is meant to take at most. */
const MOST_MS = 100
const SYLLABLES =
  'ba ker mon ti sta lun den for gra pel vis cor tan hul mer sig ron dal wik pas tur nem lag fes bri on'.split(
    ' ',
  )

/** Searches of an organisation with many items and comments, whose words are as uneven as those of people. */
export async function benchSearch(port: number, say: (text: string) => void): Promise<readonly Section[]> {
  const server = await startBenchServer(port)
  try {
    const client = await signUp(server.url)
    const random = seededRandom(5)
    const words = makeWords(random)
    say(`Filling ${ITEMS} items and ${COMMENTS} comments …`)
    const start = performance.now()
    const itemIds = await fillItems(client, random, words)
    await fillComments(client, { random, words, itemIds })
    const seconds = (performance.now() - start) / 1000
    await upkeep(server.databaseUrl)
    say('Search …')
    const rows: string[] = []
    for (const [name, asked] of questionsOf(words)) rows.push(await measure({ client, server }, name, asked))
    const size = await sizeOf(server.databaseUrl)
    const head = `| looked for | found | p50 ms | p95 ms | CPU ms each | at most | held |\n|---|---|---|---|---|---|---|`
    return [
      {
        title: `Search in ${ITEMS} items and ${COMMENTS} comments`,
        text:
          `Filled by commands, 1,000 a transaction, in ${seconds.toFixed(0)} s; ${WORDS} different words; what search keeps takes ${size}. ` +
          `By one client, ${CALLS} calls each, up to 20 results with excerpts.\n\n${head}\n${rows.join('\n')}`,
      },
    ]
  } finally {
    await server.close()
  }
}

/** Few words make up most of a text: the frequency of one falls with its place in the list. */
const pick = (random: Random, words: readonly string[]) =>
  words[Math.floor(words.length * random() ** 3)] ?? ''

const text = (random: Random, words: readonly string[], length: number) =>
  Array.from({ length }, () => pick(random, words)).join(' ')

function makeWords(random: Random): readonly string[] {
  const words = new Set<string>()
  while (words.size < WORDS) {
    const length = 2 + Math.floor(random() * 3)
    const syllables = Array.from({ length }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '')
    words.add(syllables.join(''))
  }
  return [...words]
}

async function fillItems(
  client: BenchClient,
  random: Random,
  words: readonly string[],
): Promise<readonly string[]> {
  const containerIds = Array.from({ length: CONTAINERS }, freshId)
  await client.run(
    containerIds.map((id, index) => ({
      name: 'work.createContainer',
      input: { id, kind: 'project', key: `S${index}`, name: `Project ${index}` },
    })),
  )
  const itemIds: string[] = []
  while (itemIds.length < ITEMS) {
    const commands = Array.from({ length: BATCH }, (_, index) => ({
      name: 'work.createItem',
      input: {
        id: freshId(),
        containerId: containerIds[index % CONTAINERS],
        title: text(random, words, 5),
        // Every second text has one word: what is nearly everywhere must not cost more.
        description: `${text(random, words, 25)}${index % 2 === 0 ? ' common' : ''}`,
      },
    }))
    itemIds.push(...commands.map(({ input }) => input.id))
    await client.run(commands)
  }
  return itemIds
}

async function fillComments(
  client: BenchClient,
  {
    random,
    words,
    itemIds,
  }: { readonly random: Random; readonly words: readonly string[]; readonly itemIds: readonly string[] },
): Promise<void> {
  for (let done = 0; done < COMMENTS; done += BATCH) {
    await client.run(
      Array.from({ length: BATCH }, (_, index) => ({
        name: 'discussion.addComment',
        input: {
          id: freshId(),
          itemId: itemIds[(done + index) % itemIds.length],
          body: `${text(random, words, 20)}${index % 2 === 0 ? ' common' : ''}`,
        },
      })),
    )
  }
}

function questionsOf(words: readonly string[]): readonly (readonly [name: string, asked: string])[] {
  const [often = '', second = '', some = '', rare = ''] = [words[5], words[40], words[3_000], words[15_000]]
  const mistyped = (word: string) => `${word.slice(0, 2)}${word.slice(3)}`
  return [
    ['the key of an item', 'S7-100'],
    ['a rare word', rare],
    ['a word that some texts have', some],
    ['a word that one text in ten has', often],
    ['a word that every second text has', 'common'],
    ['two frequent words', `${often} ${second}`],
    ['the first two letters of a word', 'ba'],
    ['a mistyped word', mistyped(rare)],
    ['a mistyped frequent word', mistyped(often)],
    ['a word that is nowhere', 'xylophone'],
  ]
}

async function measure(
  { client, server }: { readonly client: BenchClient; readonly server: BenchServer },
  name: string,
  asked: string,
): Promise<string> {
  const path = `/search?words=${encodeURIComponent(asked)}`
  const ask = () => client.get(path)
  const answer = await ask()
  // What the operation answers, by its contract.
  const { length } = (answer as { readonly results: readonly unknown[] }).results
  const cpu = () => cpuOf(server.pid)
  await load({ clients: 1, calls: 10, cpu }, ask)
  const { p50, p95, cpuPerCall } = await load({ clients: 1, calls: CALLS, cpu }, ask)
  const figures = [p50.toFixed(1), p95.toFixed(1), cpuPerCall.toFixed(1), `${MOST_MS} ms`]
  return `| ${[name, length, ...figures, p50 <= MOST_MS ? 'yes' : '**no**'].join(' | ')} |`
}

/** What autovacuum does within minutes of such a load, with the list of what its index has yet to take in. */
async function upkeep(connectionString: string): Promise<void> {
  await withClient(connectionString, (connection) => connection.query('vacuum analyze'))
}

async function sizeOf(connectionString: string): Promise<string> {
  return await withClient(connectionString, async (connection) => {
    const { rows } = await connection.query<{ size: string }>(
      `select pg_size_pretty(pg_total_relation_size('search_entry')) as size`,
    )
    return rows[0]?.size ?? 'nothing'
  })
}

async function withClient<Value>(
  connectionString: string,
  work: (connection: Client) => Promise<Value>,
): Promise<Value> {
  const connection = new Client({ connectionString })
  await connection.connect()
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}
