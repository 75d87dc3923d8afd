import type { ProcessVariant } from '@millrace/contract'
import { flowsOfPath } from '@millrace/core/process'
import { Suspense, useMemo, useState } from 'react'
import { useEntity } from '../../../../platform/store/index.ts'
import { BpmnViewer, type Mark } from '../../../../ui/bpmn/index.ts'
import { EmptyState, ErrorState, PlainTable, Skeleton } from '../../../../ui/index.ts'
import { useModel } from '../../hooks/use-model.ts'
import { useVariants } from '../../hooks/use-variants.ts'
import { formatClockSpan } from '../../model/clock-span.ts'
import { drawn } from '../../model/drawn.ts'
import { namesOf } from '../../model/model-names.ts'
import { readModel } from '../../model/read-model.ts'
import { versionTexts as texts } from '../../texts-versions.ts'
import styles from './variants.module.css'

type Props = { readonly containerId: string }

/** The ways that instances really went: on the picture the thicker the more, and as a list with how long they took. */
export function VariantsTab({ containerId }: Props) {
  const container = useEntity('container', containerId)
  const asked = useVariants(containerId)
  const model = useModel(containerId, 'published')
  const [chosen, setChosen] = useState<number | null>(null)
  const variants = asked.data?.pages.flatMap((page) => page.variants)
  const all = asked.data?.pages[0]?.instances ?? 0
  const xml = model.data?.model?.xml
  const marks = useMemo(
    () =>
      xml && variants ? marksOf(xml, chosen === null ? variants : variants.slice(chosen, chosen + 1)) : [],
    [xml, variants, chosen],
  )
  const nameOf = useMemo(() => (xml ? namesOf(xml) : (id: string) => id), [xml])
  if (asked.error !== null)
    return (
      <ErrorState title={texts.variantsFailed} error={asked.error} onRetry={() => void asked.refetch()} />
    )
  if (variants === undefined || model.data === undefined) return <Skeleton rows={8} />
  if (variants.length === 0)
    return <EmptyState title={texts.noVariants} sentence={texts.noVariantsSentence} />
  return (
    <div className={styles.variants}>
      {xml && (
        <Suspense fallback={<Skeleton rows={6} />}>
          <BpmnViewer
            {...{ xml: drawn(xml), marks }}
            label={texts.pictureOf(container?.name ?? '')}
            say={({ id }) => nameOf(id)}
          />
        </Suspense>
      )}
      <p className={styles.soft}>
        {texts.thick} {texts.of(all)}{' '}
        {chosen !== null && (
          <button type="button" className={styles.all} onClick={() => setChosen(null)}>
            {texts.allWays}
          </button>
        )}
      </p>
      <VariantTable {...{ variants, all, chosen, nameOf }} onChoose={setChosen} />
    </div>
  )
}

/** How thick a flow is: by the share of instances that went by it. */
function marksOf(xml: string, variants: readonly ProcessVariant[]): readonly (readonly [string, Mark])[] {
  const model = readModel(xml)
  if (!model) return []
  const counts = new Map<string, number>()
  for (const { elementIds, count } of variants)
    for (const flow of flowsOfPath(model, elementIds)) counts.set(flow, (counts.get(flow) ?? 0) + count)
  const all = variants.reduce((sum, { count }) => sum + count, 0)
  return [...counts].map(([id, count]) => {
    const share = count / Math.max(1, all)
    return [id, share > 2 / 3 ? 'always' : share > 1 / 3 ? 'often' : 'usual'] as const
  })
}

type TableProps = {
  readonly variants: readonly ProcessVariant[]
  readonly all: number
  readonly chosen: number | null
  readonly nameOf: (id: string) => string
  readonly onChoose: (place: number | null) => void
}

function VariantTable({ variants, all, chosen, nameOf, onChoose }: TableProps) {
  const column = texts.variant
  return (
    <div className={styles.table}>
      <PlainTable label={texts.of(all)} columns={Object.values(column)} narrow="cards">
        {variants.map(({ elementIds, count, medianMs }, place) => (
          <tr key={elementIds.join(' ')} data-chosen={chosen === place || undefined}>
            <th scope="row">
              <button
                type="button"
                className={styles.all}
                aria-pressed={chosen === place}
                onClick={() => onChoose(chosen === place ? null : place)}
              >
                {place + 1}
              </button>
            </th>
            <td data-number data-label={column.share}>
              {(count / Math.max(1, all)).toLocaleString(undefined, { style: 'percent' })}
            </td>
            <td data-number data-label={column.count}>
              {count}
            </td>
            <td data-number data-label={column.median}>
              {formatClockSpan(medianMs)}
            </td>
            <td data-label={column.steps}>
              {elementIds.length === 0 ? texts.noSteps : elementIds.map(nameOf).join(' → ')}
            </td>
          </tr>
        ))}
      </PlainTable>
    </div>
  )
}
