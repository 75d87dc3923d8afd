import { type Random, randomBytes10, seededRandom, uuidV7 } from '@millrace/core/kernel'
import type { BenchClient } from './client.ts'

const STATES = ['backlog', 'ready', 'in-progress', 'waiting', 'in-review', 'done']
const WORDS = [
  'slab',
  'crane',
  'permit',
  'façade',
  'survey',
  'rebar',
  'lift',
  'tenant',
  'invoice',
  'inspection',
  'drawing',
  'level',
]
const BATCH = 1_000

/** Fills a new project with items whose states, days, priorities and efforts vary. Same seed, same items but for ids. */
export async function fillProject(
  client: BenchClient,
  project: {
    readonly key: string
    readonly items: number
    readonly seed: number
    /** What an item has besides; it is given the item's number. */
    readonly more?: (number: number) => Readonly<Record<string, unknown>>
  },
): Promise<{ readonly containerId: string; readonly itemIds: readonly string[] }> {
  const random = seededRandom(project.seed)
  const containerId = uuidV7(Date.now(), randomBytes10(seededRandom(project.seed + 1)))
  await client.run([
    {
      name: 'work.createContainer',
      input: { id: containerId, kind: 'project', key: project.key, name: `Project ${project.key}` },
    },
  ])
  const itemIds: string[] = []
  while (itemIds.length < project.items) {
    const size = Math.min(BATCH, project.items - itemIds.length)
    const inputs = Array.from({ length: size }, (_, index) =>
      newItem(random, { containerId, number: itemIds.length + index, more: project.more ?? (() => ({})) }),
    )
    itemIds.push(...inputs.map((input) => input.id))
    await client.run(inputs.map((input) => ({ name: 'work.createItem', input })))
  }
  return { containerId, itemIds }
}

type Place = {
  readonly containerId: string
  readonly number: number
  readonly more: (number: number) => Readonly<Record<string, unknown>>
}

function newItem(random: Random, at: Place) {
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]
  const day = Math.floor(random() * 365)
  return {
    id: uuidV7(Date.now(), randomBytes10(random)),
    containerId: at.containerId,
    title: `${pick(WORDS)} ${pick(WORDS)} ${at.number}`,
    description: `${pick(WORDS)} ${pick(WORDS)} ${pick(WORDS)} ${pick(WORDS)}`,
    stateId: pick(STATES),
    priority: Math.floor(random() * 5),
    dueOn: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    effortMin: 60 * (1 + Math.floor(random() * 16)),
    ...at.more(at.number),
  }
}
