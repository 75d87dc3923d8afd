import { type ComponentType, createElement, lazy, type ReactNode, useState } from 'react'

/** A part that is fetched when it is first drawn, or before by `load`. */
export type LazyPart<Props> = ((props: Props) => ReactNode) & { readonly load: () => Promise<unknown> }

/**
 * A part of the page that most visits do without. Unlike React's own `lazy` it is drawn at once when it is there
 * already, so that what people type right after the key that opened it finds it.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let part: ComponentType<Props> | null = null
  const fetch = async () => {
    part ??= await load()
    return { default: part }
  }
  const Waiting: ComponentType<Props> = lazy(fetch)
  function Part(props: Props): ReactNode {
    // Kept while it is drawn: another component in its place would begin anew.
    const [Now] = useState<ComponentType<Props>>(() => part ?? Waiting)
    return createElement(Now, props)
  }
  return Object.assign(Part, { load: fetch })
}
