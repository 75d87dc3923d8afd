import type { AreaCellView, ArtifactTypeView } from '@millrace/contract'
import { METHODS_AREA } from '@millrace/core/practice'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { createDialog } from '../../../platform/dialogs.ts'
import type { Container } from '../../../platform/store/index.ts'
import { Button } from '../../../ui/index.ts'
import { useMayKeep } from '../hooks/use-practices.ts'
import { cellName } from '../model/area-words.ts'
import { textsAreas } from '../texts-areas.ts'
import { textsTable as texts } from '../texts-table.ts'
import styles from './areas.module.css'
import { PracticeForm } from './practice-form.tsx'

type Props = {
  readonly cell: AreaCellView
  readonly container: Container | null
  readonly types: readonly ArtifactTypeView[]
}

type Gap = AreaCellView['gaps'][number]

/** What is missing in an area, each with the way to make it work. */
export function AreaGaps({ cell, container, types }: Props) {
  const canKeep = useMayKeep()
  const [isDescribing, setDescribing] = useState(false)
  if (cell.gaps.length === 0) return null
  const nameOf = (id: string) => types.find((type) => type.id === id)?.name ?? ''
  return (
    <ul className={styles.gaps} aria-label={texts.gaps(cell.gaps.length)}>
      {cell.gaps.map((gap) => {
        const what = gap.kind === 'nobodyMakes' ? nameOf(gap.artifactId) : textsAreas.area[cell.area]
        const title = gap.kind === 'noArtifact' ? texts.artifactTitle(what) : texts.workTitle(what)
        return (
          <li key={gap.kind === 'nobodyMakes' ? gap.artifactId : gap.kind}>
            <span className={styles.gap}>
              <TriangleAlert size={13} aria-hidden />
              {gapWords(gap, nameOf)}
            </span>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={texts.makeWorkFor(title)}
              onClick={() =>
                createDialog.openFor({
                  title,
                  // To establish practices is work of this area, whichever they are for.
                  area: METHODS_AREA,
                  ...(container ? { containerId: container.id } : {}),
                })
              }
            >
              {texts.makeWork}
            </Button>
            {canKeep && gap.kind === 'noPractice' && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={texts.describeFor(cellName(cell.area))}
                onClick={() => setDescribing(true)}
              >
                {texts.describe}
              </Button>
            )}
          </li>
        )
      })}
      {isDescribing && <PracticeForm practice={null} area={cell.area} onClose={() => setDescribing(false)} />}
    </ul>
  )
}

function gapWords(gap: Gap, nameOf: (id: string) => string): string {
  return gap.kind === 'nobodyMakes' ? texts.gap.nobodyMakes(nameOf(gap.artifactId)) : texts.gap[gap.kind]
}
