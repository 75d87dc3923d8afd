import { call } from '../platform/api.ts'
import type { Early } from '../platform/early.ts'
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
 * Takes in what was asked for before the program was there, while the code of the page is still on its
 * way. Whatever fails is asked again, and told, by the page.
 */
export async function openEarly({ named, answers }: Early): Promise<void> {
  void queryClient.prefetchQuery({ queryKey: ME_KEY, queryFn: () => call('identity.getMe', {}) })
  const { organisationId, scope } = (await named) ?? {}
  if (organisationId !== undefined && !isPageThere) {
    early = open(organisationId)
    const { store, started } = early
    // The stream begins with the directory's moment, and the scope is known to be wanted before it does.
    await started.catch(() => undefined)
    if (scope) await store.scopes.load(scope).catch(() => undefined)
  }
  // What nobody has taken by now would be out of date for whoever came later.
  answers.clear()
}

function open(organisationId: string): Opened {
  const store = new Store(organisationId, httpTransport(organisationId))
  return { store, started: store.start() }
}
