import { useEffect } from 'react'
import { paths, useSlug } from '../../platform/navigation.ts'
import { type Recent, recents, useRecents } from '../../platform/recents.ts'
import { useDirectory } from '../../platform/store/index.ts'

/** Something that was looked at, and where it is. */
export type RecentPlace = Recent & { readonly to: string; readonly containerKind: string | null }

/** Recents are kept apart for each organisation and person. */
function usePlace(): string {
  const { organisation, me } = useDirectory()
  return `${organisation.id}.${me.personId}`
}

/** What was looked at last; containers by their present names, and none that cannot be seen any more. */
export function useRecentPlaces(): readonly RecentPlace[] {
  const slug = useSlug()
  const { containers } = useDirectory()
  return useRecents(usePlace()).flatMap((recent): readonly RecentPlace[] => {
    if (recent.kind === 'item') return [{ ...recent, to: paths.item(slug, recent.key), containerKind: null }]
    const container = containers.get(recent.id)
    if (!container) return []
    const { key, name: title, kind } = container
    return [{ ...recent, key, title, to: paths.container(slug, key), containerKind: kind }]
  })
}

/** Remembers that something is looked at. */
export function useSeen({ kind, id, key, title }: Recent): void {
  const place = usePlace()
  useEffect(() => recents.add(place, { kind, id, key, title }), [place, kind, id, key, title])
}
