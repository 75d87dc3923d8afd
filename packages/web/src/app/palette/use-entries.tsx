import { useMemo } from 'react'
import { useOpenResult } from '../../features/search/hooks/use-open-result.ts'
import { paths, useGo, usePeek, useSlug } from '../../platform/navigation.ts'
import { useDirectory } from '../../platform/store/index.ts'
import { KindGlyph, PersonAvatar, StateShape } from '../../ui/index.ts'
import { type Entry, GROUPS } from './entry.ts'
import { rank } from './rank.ts'
import { everythingEntry, resultEntries } from './result-entries.tsx'
import { useCommandEntries } from './use-command-entries.ts'
import { useFoundItems } from './use-found-items.ts'
import { useRecentEntries } from './use-recent-entries.tsx'

const PER_GROUP = 6
/** Before anything is typed, the commands that fit where one is are shown, not all there are. */
const UNTYPED = 12

/** What the palette shows for what was typed, best first within each group. */
export function useEntries(typed: string): {
  readonly entries: readonly Entry[]
  readonly isSearching: boolean
} {
  const commands = useCommandEntries()
  const places = useDirectoryEntries()
  const recent = useRecentEntries()
  const { items, results, isSearching } = useFoundItems(typed)
  const open = useOpenResult()
  const peek = usePeek()
  const slug = useSlug()
  const go = useGo()
  const entries = useMemo(() => {
    if (typed.trim() === '')
      return [...recent, ...commands.filter(({ group }) => group === 'commands').slice(0, UNTYPED)]
    const found = items.map(
      (item): Entry => ({
        id: item.id,
        group: 'items',
        label: item.title,
        note: item.key,
        glyph: <StateShape group={item.stateGroup} />,
        run: () => peek.open(item.key),
      }),
    )
    const ranked = [...commands, ...places]
      .map((entry) => ({ entry, rank: Math.max(rank(entry.label, typed), rank(entry.note ?? '', typed)) }))
      .filter((each) => each.rank > 0)
      .toSorted((a, b) => b.rank - a.rank)
      .map(({ entry }) => entry)
    const toAll = everythingEntry(typed.trim(), () => go(paths.search(slug), { q: typed.trim() }))
    return [...found, ...ranked, toAll, ...resultEntries(results, open)]
  }, [typed, commands, places, items, results, recent, peek, open, slug, go])
  const grouped = GROUPS.flatMap((group) =>
    entries.filter((entry) => entry.group === group).slice(0, typed.trim() === '' ? UNTYPED : PER_GROUP),
  )
  return { entries: grouped, isSearching }
}

function useDirectoryEntries(): readonly Entry[] {
  const { containers, people } = useDirectory()
  const slug = useSlug()
  const go = useGo()
  return useMemo(() => {
    const places = [...containers.values()]
      .filter(({ archivedAt }) => archivedAt === null)
      .map(
        ({ id, key, name, kind }): Entry => ({
          id,
          group: 'containers',
          label: name,
          note: key,
          glyph: <KindGlyph kind={kind} />,
          run: () => go(paths.container(slug, key)),
        }),
      )
    const colleagues = [...people.values()]
      .filter(({ status }) => status !== 'inactive')
      .map(
        (person): Entry => ({
          id: person.id,
          group: 'people',
          label: person.name,
          note: person.title,
          glyph: <PersonAvatar person={person} size={18} />,
          run: () => go(paths.people(slug), { person: person.id }),
        }),
      )
    return [...places, ...colleagues]
  }, [containers, people, slug, go])
}
