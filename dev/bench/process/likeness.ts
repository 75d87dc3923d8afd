import { type InsertLike, insertLike, type Sample, sampleOf, samplesOf } from './bare-rows.ts'
import type { Stage } from './stage.ts'

/** A step that the product has made: of which instance, and how the item before came to its end. */
export type SampleStep = {
  readonly containerId: string
  readonly instanceId: string
  readonly ending: 'done' | 'archived' | 'none'
}

/** What rows of such a step look like. */
export type Likeness = {
  readonly inserts: Readonly<
    Record<'token' | 'history' | 'item' | 'visit' | 'activity' | 'search', InsertLike>
  > & { readonly arrival: InsertLike | null }
  readonly instance: Sample
  readonly ended: Sample | null
  readonly events: readonly Sample[]
  readonly ending: SampleStep['ending']
}

/** Reads what the last step of an instance left, which stands at a task of a person after it. */
export async function likenessOf(stage: Stage, step: SampleStep): Promise<Likeness> {
  const { owner } = stage
  const { instanceId, ending } = step
  const activity = await sampleOf(owner, 'process_activity', {
    ...{ where: 't.instance_id = $1 and t.closed_at is null', values: [instanceId] },
  })
  const itemId = activity.get('item_id')?.value ?? ''
  const endedId = ending === 'none' ? null : await endedItem(stage, instanceId)
  const item = (id: string) => sampleOf(owner, 'work_item', { where: 't.id = $1', values: [id] })
  return {
    inserts: await insertsLike(stage, {
      instanceId,
      itemId,
      activity,
      doneId: ending === 'done' ? endedId : null,
    }),
    instance: await sampleOf(owner, 'process_instance', { where: 't.id = $1', values: [instanceId] }),
    ended: endedId === null ? null : await item(endedId),
    events: await samplesOf(owner, 'event', {
      where: `t.recorded_at = (select max(e.recorded_at) from event e where e.subject_id = $1)
        and t.subject_id = any(array[$1::uuid, $2, $3] || array(select a.id from process_activity a where a.instance_id = $3))
        order by t.seq`,
      values: [itemId, endedId, instanceId],
    }),
    ending,
  }
}

async function endedItem(stage: Stage, instanceId: string): Promise<string | null> {
  const [before] = await stage.rows<{ item_id: string }>(
    `select item_id from process_activity where instance_id = $1 and closed_at is not null
     order by closed_at desc, id desc limit 1`,
    [instanceId],
  )
  return before?.item_id ?? null
}

type Places = {
  readonly instanceId: string
  readonly itemId: string
  readonly activity: Sample
  readonly doneId: string | null
}

async function insertsLike(
  { owner }: Stage,
  { instanceId, itemId, activity, doneId }: Places,
): Promise<Likeness['inserts']> {
  const ofInstance = { where: 't.instance_id = $1', values: [instanceId] }
  const ofItem = { where: 't.item_id = $1', values: [itemId] }
  const token = await sampleOf(owner, 'process_token', ofInstance)
  const history = await sampleOf(owner, 'process_history', {
    ...{ where: 't.instance_id = $1 order by t.seq desc limit 1', values: [instanceId] },
  })
  const item = await sampleOf(owner, 'work_item', { where: 't.id = $1', values: [itemId] })
  const visit = await sampleOf(owner, 'visit', ofItem)
  const search = await sampleOf(owner, 'search_entry', ofItem)
  const arrival =
    doneId === null
      ? null
      : await sampleOf(owner, 'visit', { where: 't.item_id = $1 and t.left_at is null', values: [doneId] })
  const stay = ['id', 'item_id']
  return {
    token: insertLike('token', 'process_token', { sample: token, own: ['instance_id', 'id'] }),
    history: insertLike('history', 'process_history', { sample: history, own: ['instance_id', 'seq'] }),
    item: insertLike('item', 'work_item', { sample: item, own: ['id', 'key'] }),
    visit: insertLike('visit', 'visit', { sample: visit, own: stay }),
    activity: insertLike('activity', 'process_activity', {
      ...{ sample: activity, own: ['id', 'instance_id', 'item_id', 'token_id'] },
    }),
    search: insertLike('search', 'search_entry', { sample: search, own: stay }),
    arrival: arrival && insertLike('arrival', 'visit', { sample: arrival, own: stay }),
  }
}
