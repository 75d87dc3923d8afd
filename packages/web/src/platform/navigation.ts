import { useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

/** The tabs of a container's page. */
export const CONTAINER_TABS = ['overview', 'work', 'plan', 'people', 'files', 'activity'] as const
export type ContainerTab = (typeof CONTAINER_TABS)[number]

/** Addresses inside an organisation, which `slug` names. */
export const paths = {
  inbox: (slug: string) => `/o/${slug}/inbox`,
  my: (slug: string) => `/o/${slug}/my`,
  search: (slug: string) => `/o/${slug}/search`,
  items: (slug: string) => `/o/${slug}/items`,
  projects: (slug: string) => `/o/${slug}/projects`,
  earnedValue: (slug: string) => `/o/${slug}/projects/earned-value`,
  processes: (slug: string) => `/o/${slug}/processes`,
  incidents: (slug: string) => `/o/${slug}/processes/incidents`,
  instance: (slug: string, id: string) => `/o/${slug}/instances/${id}`,
  cases: (slug: string) => `/o/${slug}/cases`,
  lists: (slug: string) => `/o/${slug}/lists`,
  practices: (slug: string) => `/o/${slug}/practices`,
  practice: (slug: string, id: string) => `/o/${slug}/practices/${id}`,
  people: (slug: string) => `/o/${slug}/people`,
  imports: (slug: string) => `/o/${slug}/imports`,
  importRun: (slug: string, id: string) => `/o/${slug}/imports/${id}`,
  settings: (slug: string, page = 'profile') => `/o/${slug}/settings/${page}`,
  container: (slug: string, key: string, tab: ContainerTab = 'work') => `/o/${slug}/c/${key}/${tab}`,
  item: (slug: string, key: string) => `/o/${slug}/i/${key}`,
} as const

/** The part of the address after the question mark: filter, grouping, layout, the item peeked at. */
export type SearchText = Readonly<Record<string, string | undefined>>

/** The organisation named in the address. */
export function useSlug(): string {
  const params: { readonly slug?: string } = useParams({ strict: false })
  return params.slug ?? ''
}

/** What stands after the question mark, as plain text. */
export function useSearchText(): SearchText {
  const search: SearchText = useSearch({ strict: false })
  return search
}

/**
 * Changes what stands after the question mark; undefined takes a parameter away. `replace` leaves
 * no step for the back button, as for every letter typed into a filter.
 */
export function useSetSearch(): (change: SearchText, how?: 'push' | 'replace', hash?: string) => void {
  const navigate = useNavigate()
  return useCallback(
    (change, how = 'push', hash = '') => {
      void navigate({
        to: '.',
        replace: how === 'replace',
        hash,
        search: (before: SearchText) => ({ ...before, ...change }),
      })
    },
    [navigate],
  )
}

/** What stands after the hash: the place that the address names, such as a comment. */
export function useHash(): string {
  return useLocation({ select: ({ hash }) => hash })
}

/** Goes to an address made by `paths`. */
export function useGo(): (path: string, search?: SearchText) => void {
  const navigate = useNavigate()
  return useCallback((path, search = {}) => void navigate({ to: path, search }), [navigate])
}

/** Goes to a whole address of this site, with what stands behind its question mark and hash. */
export function useGoTo(): (href: string) => void {
  const navigate = useNavigate()
  return useCallback(
    (href) => {
      const { pathname, searchParams, hash } = new URL(href, window.location.origin)
      void navigate({ to: pathname, search: Object.fromEntries(searchParams), hash: hash.slice(1) })
    },
    [navigate],
  )
}

/** The item shown in the pane beside the page. */
export type Peek = {
  readonly key: string | null
  /** `place` names what to show of it, such as a comment. */
  readonly open: (key: string, place?: string) => void
  readonly close: () => void
}

/** Opens and closes the pane beside the page; which item it shows stands in the address. */
export function usePeek(): Peek {
  const { peek } = useSearchText()
  const setSearch = useSetSearch()
  return useMemo(
    () => ({
      key: peek ?? null,
      open: (key, place) => setSearch({ peek: key }, peek === undefined ? 'push' : 'replace', place),
      close: () => setSearch({ peek: undefined }),
    }),
    [peek, setSearch],
  )
}
