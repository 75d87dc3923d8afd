import type { ItemView, OutputOf, operations } from '@millrace/contract'
import { CAST, DEMO_OWNER } from './cast.ts'
import type { Stage } from './stage.ts'
import { ABOUT_COSTS, THREADS, type Thread } from './threads.ts'
import { at, workDayBefore } from './virtual-clock.ts'

const HALF_HOUR_MS = 1_800_000
/** Working days ago when people began to ask for the oldest costs. */
const ASKED_DAYS_AGO = 4

/** Lets people say what they had to say, with mentions and answers. */
export async function talk(stage: Stage, today: Date): Promise<void> {
  for (const thread of THREADS) {
    const id = await findItem(stage, thread.on)
    await say(stage, id, { ...thread, today })
  }
  const costs = await listOldestCosts(stage, ABOUT_COSTS.length)
  for (const [index, { id }] of costs.entries()) {
    await say(stage, id, { said: ABOUT_COSTS[index] ?? [], days: ASKED_DAYS_AGO - index, today })
  }
}

/** The costs that have been waiting for an approval for longest. */
export async function listOldestCosts(stage: Stage, limit: number): Promise<readonly ItemView[]> {
  return await listItems(
    stage,
    'open and kind = process and title ~ "Approve cost" and group = ready order by created',
    limit,
  )
}

/** The item of a container with a title. */
export async function findItem(stage: Stage, [key, title]: Thread['on']): Promise<string> {
  const [item] = await listItems(stage, `container = ${key} and title = "${title}"`, 1)
  if (!item) throw new RangeError(`the story has no item "${title}" in ${key}`)
  return item.id
}

async function listItems(stage: Stage, query: string, limit: number): Promise<readonly ItemView[]> {
  // The answer of this very operation.
  const { items } = (await stage.ask('work.listItems', { query, limit })) as OutputOf<
    (typeof operations)['work.listItems']
  >
  return items
}

async function say(
  stage: Stage,
  itemId: string,
  { said, days, today }: Pick<Thread, 'said' | 'days'> & { readonly today: Date },
): Promise<void> {
  const begins = at(workDayBefore(today, days), 10)
  const first = stage.newId(begins)
  for (const [index, [who, body]] of said.entries()) {
    const now = begins + index * HALF_HOUR_MS
    const id = index === 0 ? first : stage.newId(now)
    const replyToId = index === 0 ? null : first
    const input = { id, itemId, body, mentions: mentionedIn(stage, body), replyToId }
    await stage.act(now, who, [{ name: 'discussion.addComment', input }])
  }
}

function mentionedIn(stage: Stage, body: string): readonly string[] {
  const people = [...CAST, { key: 'owner', name: DEMO_OWNER.name }]
  return people.flatMap(({ key, name }) =>
    body.includes(`@${name}`) ? (stage.personIds.get(key) ?? []) : [],
  )
}
