import { call } from '../platform/api.ts'
import { httpTransport, Store } from '../platform/store/index.ts'
import { ME_KEY } from '../platform/use-me.ts'
import { queryClient } from './query-client.ts'

/** A store that loads, and the end of loading its directory. */
export type Opened = { readonly store: Store; readonly started: Promise<void> }

let early: Opened | null = null
let isPageThere = false

/** Opens an organisation's store, or takes over the one that was opened early. */
export function openStore(organisationId: string): Opened {
  isPageThere = true
  const taken = early
  early = null
  if (taken?.store.organisationId === organisationId) return taken
  taken?.store.stop()
  return open(organisationId)
}

/**
 * Asks for what the address names while the code of its page is still on its way. Whatever fails is
 * asked again, and told, by the page.
 */
export async function openEarly(path: string): Promise<void> {
  const [, slug, key] = /^\/o\/([^/]+)(?:\/c\/([^/]+))?/.exec(path) ?? []
  if (slug === undefined) return
  const me = await queryClient
    .fetchQuery({ queryKey: ME_KEY, queryFn: () => call('identity.getMe', {}) })
    .catch(() => null)
  const organisation = me?.organisations.find((each) => each.slug === slug)
  if (!organisation || isPageThere) return
  const { store, started } = open(organisation.id)
  early = { store, started }
  await started.catch(() => undefined)
  const container = [...store.pool.table('container').values()].find((each) => each.key === key)
  if (container) await store.scopes.load(`container:${container.id}`).catch(() => undefined)
}

function open(organisationId: string): Opened {
  const store = new Store(organisationId, httpTransport(organisationId))
  return { store, started: store.start() }
}
