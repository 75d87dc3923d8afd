import { ok } from '@millrace/core/kernel'
import { rankAtEnd } from '@millrace/core/work'
import { callOf } from './calls.ts'
import type { Forecasts } from './forecast.ts'
import { writeOf } from './kinds.ts'

/** What a person keeps at hand, as it will be. */
export const favouriteForecasts = {
  'work.addFavourite': (draft, { id, kind, targetId, rank }, { now, order }) => {
    if (draft.list('favourite', (each) => each.targetId === targetId).length > 0) return ok([])
    const item = kind === 'item' ? draft.read('item', targetId) : undefined
    draft.write(
      writeOf('favourite', id, {
        ...{ id, kind, targetId, rank: rank ?? rankAtEnd(now, order) },
        item: item ? { key: item.key, title: item.title, containerIds: item.containerIds } : null,
      }),
    )
    return ok([callOf('work.removeFavourite', { id })])
  },
  'work.moveFavourite': (draft, { id, rank }) => {
    const favourite = draft.read('favourite', id)
    if (!favourite) return ok([])
    draft.write(writeOf('favourite', id, { ...favourite, rank }))
    return ok([callOf('work.moveFavourite', { id, rank: favourite.rank })])
  },
  'work.removeFavourite': (draft, { id }) => {
    const favourite = draft.read('favourite', id)
    if (!favourite) return ok([])
    draft.write(writeOf('favourite', id, null))
    const { kind, targetId, rank } = favourite
    return ok([callOf('work.addFavourite', { id, kind, targetId, rank })])
  },
} satisfies Forecasts
