import { createContext, useContext } from 'react'
import type { Store } from './store.ts'

const Context = createContext<Store | null>(null)

/** Makes one organisation's store available to everything inside. */
export const StoreProvider = Context.Provider

/** The store of the organisation that is open. */
export function useStore(): Store {
  const store = useContext(Context)
  if (!store) throw new Error('this component stands outside of an organisation')
  return store
}
