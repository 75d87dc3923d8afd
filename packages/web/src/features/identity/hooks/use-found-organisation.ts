import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { newId } from '../../../platform/new-id.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Call, callOf, httpTransport } from '../../../platform/store/index.ts'
import { ME_KEY } from '../../../platform/use-me.ts'
import { slugOf } from '../model/slug-of.ts'
import type { Template } from '../texts-templates.ts'

const TRIES = 20

type Wish = {
  readonly name: string
  readonly currency: string
  readonly timeZone: string
  readonly template: Template
}

/** Founds an organisation and opens what its template holds; answers its name in addresses. */
export function useFoundOrganisation(): (wish: Wish) => Promise<string> {
  const queries = useQueryClient()
  return async ({ template, ...wish }) => {
    const { id, slug } = await found(wish, slugOf(wish.name), 1)
    const calls = callsOf(template)
    if (calls.length > 0) {
      await httpTransport(id).send(calls.map((each) => ({ ...each, id: newId() })))
    }
    await queries.resetQueries({ queryKey: ME_KEY })
    return slug
  }
}

/** Names in addresses are given once: a number is added until one is free. */
async function found(wish: Omit<Wish, 'template'>, slug: string, attempt: number) {
  const tried = attempt === 1 ? slug : `${slug}-${String(attempt)}`
  try {
    return await call('identity.createOrganisation', { id: newId(), slug: tried, ...wish })
  } catch (error) {
    const isTaken = error instanceof Refused && error.code === 'identity.slug_taken'
    if (!isTaken || attempt === TRIES) throw error
    return await found(wish, slug, attempt + 1)
  }
}

function callsOf({ containers }: Template): readonly Call[] {
  return containers.flatMap(({ items, ...container }) => {
    const containerId = newId()
    return [
      callOf('work.createContainer', { id: containerId, ...container }),
      ...items.map((title) => callOf('work.createItem', { id: newId(), containerId, title })),
    ]
  })
}
