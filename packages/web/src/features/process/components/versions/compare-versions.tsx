import { compareModels, type ModelDifference } from '@millrace/core/process'
import { Minus, MoveRight, Pencil, Plus } from 'lucide-react'
import { Suspense, useMemo, useRef, useState } from 'react'
import { BpmnViewer, type Picture } from '../../../../ui/bpmn/index.ts'
import { Button, Select, Skeleton } from '../../../../ui/index.ts'
import { useModel } from '../../hooks/use-model.ts'
import { drawn } from '../../model/drawn.ts'
import { namesOf } from '../../model/model-names.ts'
import { readModel } from '../../model/read-model.ts'
import { versionTexts as texts } from '../../texts-versions.ts'
import { type ListedVersion, nameOf } from './version-table.tsx'
import styles from './versions.module.css'

type Props = {
  readonly containerId: string
  readonly earlier: ListedVersion
  readonly later: ListedVersion
  readonly all: readonly ListedVersion[]
  readonly onClose: () => void
}

/** What is different between two versions: marked on both pictures, and as a list. */
export function CompareVersions({ containerId, earlier: begun, later, all, onClose }: Props) {
  const [earlier, setEarlier] = useState(begun)
  const before = useModel(containerId, earlier.number ?? 'draft').data?.model?.xml
  const after = useModel(containerId, later.number ?? 'draft').data?.model?.xml
  const pictures = useRef(new Map<'before' | 'after', Picture>())
  const differences = useMemo(() => differencesOf(before, after), [before, after])
  const [beforeMarks, afterMarks] = useMemo(
    () => [marksOf(differences, ['removed', 'changed']), marksOf(differences, ['added', 'changed', 'moved'])],
    [differences],
  )
  const show = ({ at }: ModelDifference) => {
    for (const picture of pictures.current.values()) picture.focus(at)
  }
  const earlierOnes = all.filter(({ id }) => id !== later.id)
  if (before === undefined || after === undefined) return <Skeleton rows={8} />
  return (
    <div className={styles.compare}>
      <div className={styles.compareHead}>
        <Button size="xs" variant="default" onClick={onClose}>
          {texts.close}
        </Button>
        <Select
          size="xs"
          aria-label={texts.earlier}
          data={earlierOnes.map((version) => ({ value: version.id, label: nameOf(version) }))}
          value={earlier.id}
          allowDeselect={false}
          onChange={(id) => setEarlier(earlierOnes.find((version) => version.id === id) ?? earlier)}
        />
        <strong>{texts.between(nameOf(earlier), nameOf(later))}</strong>
      </div>
      <div className={styles.pictures}>
        {(
          [
            ['before', before, earlier, beforeMarks],
            ['after', after, later, afterMarks],
          ] as const
        ).map(([side, xml, version, marks]) => (
          <figure key={side} className={styles.picture}>
            <figcaption>
              {side === 'before' ? texts.earlier : texts.later}: {nameOf(version)}
            </figcaption>
            <Suspense fallback={<Skeleton rows={6} />}>
              <BpmnViewer
                {...{ xml: drawn(xml), marks }}
                label={texts.pictureOf(nameOf(version))}
                onReady={(picture) => pictures.current.set(side, picture)}
              />
            </Suspense>
          </figure>
        ))}
      </div>
      <DifferenceList {...{ differences, onShow: show }} nameOf={namesIn(after, before)} />
    </div>
  )
}

function namesIn(after: string, before: string): (id: string) => string {
  const [now, then] = [namesOf(after), namesOf(before)]
  return (id) => (now(id) === id ? then(id) : now(id))
}

function differencesOf(before: string | undefined, after: string | undefined): readonly ModelDifference[] {
  const [earlier, later] = [before, after].map((xml) => (xml === undefined ? null : readModel(xml)))
  return earlier && later ? compareModels(earlier, later) : []
}

function marksOf(differences: readonly ModelDifference[], kinds: readonly ModelDifference['kind'][]) {
  return differences.filter(({ kind }) => kinds.includes(kind)).map(({ at, kind }) => [at, kind] as const)
}

const SIGNS = { added: Plus, removed: Minus, changed: Pencil, moved: MoveRight }

type ListProps = {
  readonly differences: readonly ModelDifference[]
  readonly nameOf: (id: string) => string
  readonly onShow: (difference: ModelDifference) => void
}

function DifferenceList({ differences, nameOf, onShow }: ListProps) {
  if (differences.length === 0) return <p className={styles.soft}>{texts.same}</p>
  return (
    <ul className={styles.differences} aria-label={texts.differences}>
      {differences.map((difference) => {
        const { at, kind, isFlow, name, aspects } = difference
        const Sign = SIGNS[kind]
        return (
          <li key={at}>
            <button type="button" data-kind={kind} onClick={() => onShow(difference)}>
              <Sign size={14} aria-hidden />
              <span>{isFlow && name === '' ? texts.flow(nameOf(at)) : nameOf(at)}</span>
              <span className={styles.soft}>
                {[texts.kind[kind], ...aspects.map((aspect) => texts.aspect[aspect])].join(', ')}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
