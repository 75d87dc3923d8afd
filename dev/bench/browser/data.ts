import { type BenchClient, freshId, signUp } from '../client.ts'
import { fillProject } from '../fill.ts'

/** An organisation with a project, as the pages are measured with. */
export type Filled = {
  readonly key: string
  readonly client: BenchClient
  readonly containerId: string
  readonly itemIds: readonly string[]
}

const PEOPLE = [
  'Rosa Marin',
  'Tom Dahl',
  'Mei Chen',
  'Ana Sousa',
  'Jon Berg',
  'Lea Fuchs',
  'Ivo Novak',
  'Kim Park',
]
const LABELS = ['safety', 'permit', 'weather', 'client', 'rework', 'long lead']

/** 10,000 items with people, labels, days and efforts, and a few small lists beside them. */
export async function fillLarge(url: string): Promise<Filled> {
  const client = await signUp(url)
  const people = await addNamed(client, 'identity.addPerson', PEOPLE)
  const labels = await addNamed(client, 'work.createLabel', LABELS)
  const large = await fillProject(client, {
    key: 'WEB',
    items: 10_000,
    seed: 3,
    more: (number) => ({
      responsibleId: people[number % 9] ?? null,
      labelIds: [0, 1].flatMap((by) => labels[(number + by * number) % 11] ?? []),
    }),
  })
  for (let number = 0; number < SMALL; number += 1)
    await fillProject(client, { key: `S${number}`, items: 500, seed: 10 + number })
  return { key: 'WEB', client, ...large }
}

/** Projects of 500 items, to switch between. */
export const SMALL = 5

/** An organisation with 100,000 items in ten projects; the first is the one the pages name. */
export async function fillWhole(url: string): Promise<Filled> {
  const client = await signUp(url)
  const filled: Filled[] = []
  for (let number = 0; number < PROJECTS; number += 1) {
    const key = `ALL${number}`
    filled.push({ key, client, ...(await fillProject(client, { key, items: 10_000, seed: 50 + number })) })
  }
  const [first] = filled
  if (!first) throw new Error('there is no project')
  return first
}

const PROJECTS = 10

/** 4,000 cards on 250 lists: each list is a label. */
export async function fillLists(url: string): Promise<Filled> {
  const client = await signUp(url)
  const lists = Array.from({ length: 250 }, (_, index) => `List ${String(index + 1).padStart(3, '0')}`)
  const labels = await addNamed(client, 'work.createLabel', lists)
  const filled = await fillProject(client, {
    key: 'LISTS',
    items: 4_000,
    seed: 4,
    more: (number) => ({ labelIds: [labels[number % labels.length]] }),
  })
  return { key: 'LISTS', client, ...filled }
}

async function addNamed(client: BenchClient, command: string, names: readonly string[]) {
  const inputs = names.map((name) => ({ id: freshId(), name }))
  await client.run(inputs.map((input) => ({ name: command, input })))
  return inputs.map(({ id }) => id)
}
