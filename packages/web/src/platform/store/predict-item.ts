import { ok, type Result } from '@millrace/core/kernel'
import {
  acceptWorkItem,
  archiveWorkItem,
  blockWorkItem,
  changeWorkItem,
  createWorkItem,
  type DecideContext,
  type Decision,
  giveNotice,
  type ItemRules,
  moveWorkItem,
  placeWorkItem,
  restoreWorkItem,
  setSeenBy,
  stopWaiting,
  unblockWorkItem,
  waitFor,
  withDefaults,
} from '@millrace/core/work'
import { dayOf } from '../time-zone.ts'
import { type Call, callOf } from './calls.ts'
import type { Draft } from './draft.ts'
import type { Forecasts, PredictContext } from './forecast.ts'
import { inverseOf } from './invert.ts'
import { type Item, writeOf } from './kinds.ts'

const NOTHING: readonly Call[] = []

/** What items will look like, decided by core as on the server. */
export const itemForecasts = {
  'work.createItem': (draft, input, context) => {
    const container = draft.read('container', input.containerId)
    const rules = draft.rules(input.typeId ?? container?.defaultTypeId ?? '')
    if (!container || !rules || draft.read('item', input.id)) return ok(NOTHING)
    const { typeId: _typeId, ...given } = input
    const making = {
      makerId: context.personId,
      today: dayOf(context.now, draft.organisation()?.timeZone ?? 'UTC'),
    }
    const wished = withDefaults(withoutUndefined(given), rules.type.defaults ?? {}, { ...rules, ...making })
    const created = createWorkItem(wished, {
      ...decideContext(context),
      ...rules,
      key: `${container.key}-…`,
      defaultArea: container.defaultArea,
      order: context.order,
      above: seenByOf(draft, input.parentId),
    })
    return settle({ draft, context }, undefined, created)
  },
  'work.changeItem': (draft, input, context) =>
    decideOn({ draft, id: input.id, context }, (item, { rules, ...decide }) =>
      changeWorkItem(
        item,
        {
          patch: withoutUndefined(input.patch),
          ...(input.seen ? { seen: withoutUndefined(input.seen) } : {}),
        },
        {
          ...{ ...decide, ...rules, newAncestors: ancestors(draft, input.patch.parentId ?? null) },
          above: seenByOf(draft, input.patch.parentId),
        },
      ),
    ),
  'work.moveItem': (draft, input, context) => {
    const before = draft.read('item', input.id)
    const moved = decideOn({ draft, id: input.id, context }, (item, { rules, ...decide }) =>
      moveWorkItem(item, withoutUndefined(input), {
        ...decide,
        ...rules,
        itemsInState: draft.countInState(item.containerIds[0] ?? '', input.stateId, item.id),
        openChildren: item.childCount - item.childDoneCount,
      }),
    )
    return moved.ok && before && input.rank !== undefined
      ? ok([...moved.value, ...rerank(draft, before, input.rank)])
      : moved
  },
  'work.waitForItem': (draft, input, context) =>
    decideOn({ draft, id: input.id, context }, (item, decide) =>
      waitFor(item, { personId: input.personId ?? null, note: input.note ?? '' }, decide),
    ),
  'work.stopWaiting': (draft, input, context) => decideOn({ draft, id: input.id, context }, stopWaiting),
  'work.blockItem': (draft, input, context) =>
    decideOn({ draft, id: input.id, context }, (item, decide) =>
      blockWorkItem(item, { id: input.blockerId, reason: input.reason, note: input.note ?? '' }, decide),
    ),
  'work.unblockItem': (draft, input, context) =>
    decideOn({ draft, id: input.id, context }, (item, decide) =>
      unblockWorkItem(item, input.blockerId, decide),
    ),
  'work.acceptItem': (draft, input, context) =>
    decideOn({ draft, id: input.id, context }, (item, decide) =>
      acceptWorkItem(item, context.personId, decide),
    ),
  'work.giveNotice': (draft, input, context) =>
    decideOn({ draft, id: input.id, context }, (item, { rules, ...decide }) =>
      giveNotice(item, { note: input.note ?? '', type: rules.type }, decide),
    ),
  'work.archiveItem': (draft, input, context) => decideOn({ draft, id: input.id, context }, archiveWorkItem),
  'work.restoreItem': (draft, input, context) =>
    decideOn({ draft, id: input.id, context }, (item, decide) => {
      const parent = item.parentId === null ? undefined : draft.read('item', item.parentId)
      return restoreWorkItem(item, parent ?? null, decide)
    }),
  'work.placeItem': (draft, input, context) =>
    decideOn({ draft, id: input.id, context }, (item, decide) =>
      placeWorkItem(item, input.containerIds, decide),
    ),
  'work.setSeenBy': (draft, input, context) =>
    decideOn({ draft, id: input.id, context }, (item, decide) => {
      const manages = (id: string) => draft.read('container', id)?.myRole === 'manager'
      const by = { personId: context.personId, manages }
      return setSeenBy(
        item,
        { personIds: input.personIds, above: seenByOf(draft, item.parentId), by },
        decide,
      )
    }),
} satisfies Forecasts

type Subject = { readonly draft: Draft; readonly id: string; readonly context: PredictContext }
type Decide = (item: Item, context: DecideContext & { readonly rules: ItemRules }) => Result<Decision>

/** Items and types that are not loaded cannot be predicted: the server's answer will tell. */
function decideOn({ draft, id, context }: Subject, decide: Decide): Result<readonly Call[]> {
  const item = draft.read('item', id)
  const rules = item && draft.rules(item.typeId)
  if (!item || !rules) return ok(NOTHING)
  return settle({ draft, context }, item, decide(item, { ...decideContext(context), rules }))
}

function settle(
  { draft, context }: Omit<Subject, 'id'>,
  before: Item | undefined,
  decided: Result<Decision>,
): Result<readonly Call[]> {
  if (!decided.ok) return decided
  const { item, events } = decided.value
  if (events.length === 0) return ok(NOTHING)
  draft.write(writeOf('item', item.id, item))
  recount(draft, before, item)
  return ok(events.flatMap((event) => inverseOf(event, before, context.newId)))
}

function rerank(draft: Draft, before: Item, rank: string): readonly Call[] {
  const item = draft.read('item', before.id) ?? before
  if (item.rank === rank) return NOTHING
  draft.write(writeOf('item', item.id, { ...item, rank }))
  return [callOf('work.changeItem', { id: item.id, patch: { rank: before.rank } })]
}

/** Keeps the counts of sub-items at the parents true while the server has not yet counted. */
function recount(draft: Draft, before: Item | undefined, after: Item): void {
  const [from, to] = [counted(before), counted(after)]
  if (from?.parentId === to?.parentId && from?.done === to?.done) return
  if (from) addToParent(draft, from.parentId, { all: -1, done: -from.done })
  if (to) addToParent(draft, to.parentId, { all: 1, done: to.done })
}

function counted(item: Item | undefined): { readonly parentId: string; readonly done: 0 | 1 } | null {
  if (!item || item.parentId === null || item.archivedAt !== null || item.ownSeenBy !== null) return null
  return { parentId: item.parentId, done: item.stateGroup === 'done' ? 1 : 0 }
}

function addToParent(draft: Draft, id: string, by: { readonly all: number; readonly done: number }): void {
  const parent = draft.read('item', id)
  if (!parent) return
  const childCount = parent.childCount + by.all
  const childDoneCount = parent.childDoneCount + by.done
  draft.write(writeOf('item', id, { ...parent, childCount, childDoneCount }))
}

function ancestors(draft: Draft, parentId: string | null): readonly string[] {
  const path: string[] = []
  for (let id = parentId; id !== null && !path.includes(id); id = draft.read('item', id)?.parentId ?? null) {
    path.push(id)
  }
  return path
}

/** Who sees an item; a parent that is not loaded is not seen here, and the server tells. */
function seenByOf(draft: Draft, id: string | null | undefined): Item['seenBy'] {
  return (id && draft.read('item', id)?.seenBy) || null
}

function decideContext(context: PredictContext): DecideContext {
  return { now: context.now, actor: context.actor, newEventId: context.newId }
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> }

/** The contract lets optional values be undefined, core wants them left out. */
function withoutUndefined<T extends object>(input: T): Defined<T> {
  // Entries with undefined are gone afterwards, which is what the type says.
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Defined<T>
}
