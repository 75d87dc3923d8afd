import type { WorkItem } from '@millrace/core/work'
import { useMemo } from 'react'
import { useExport } from '../../hooks/use-export.ts'
import type { WorkViewModel } from '../../hooks/use-work-view.ts'
import { USUAL_COLUMNS } from '../../model/columns/built-in-columns.ts'
import { allColumns } from '../../model/columns/custom-columns.ts'
import { ExportMenu } from './export-menu.tsx'
import type { WorkViewProps } from './work-view-props.ts'

type Props = Pick<WorkViewProps, 'settings' | 'homeId' | 'arrange'> & { readonly view: WorkViewModel }

/** Takes what a view shows out of it, in the columns of its table. */
export function WorkExport({ settings, homeId, arrange, view }: Props) {
  const columns = settings.columns ?? USUAL_COLUMNS
  const { applied, lookup, selection, groups } = view
  const isArranged = arrange !== undefined
  const wanted = useMemo(
    () => ({
      query: applied,
      columns: columns.join(','),
      ...(homeId === null ? {} : { containerId: homeId }),
      ...(isArranged ? { list: 'my' as const } : {}),
    }),
    [applied, columns, homeId, isArranged],
  )
  const exportAs = useExport(wanted)
  const { selected } = selection.selection
  const copyShown = () => {
    const known = allColumns(lookup.fields.values())
    const shown = columns.flatMap((id) => known.find((each) => each.id === id) ?? [])
    const items = new Set(groups.flatMap((group): readonly WorkItem[] => group.items))
    const marked = [...items].filter((item) => selected.has(item.id))
    const copied = marked.length > 0 ? marked : [...items]
    void loadCopy().then(({ runCopy }) => runCopy(copied, shown, lookup))
  }
  return <ExportMenu markedCount={selected.size} onExport={exportAs} onCopy={copyShown} />
}

/** Only for those who copy: a list is to be light. */
const loadCopy = async () => await import('./run-copy.ts')
