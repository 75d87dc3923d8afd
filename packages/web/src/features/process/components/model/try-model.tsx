import { tokensAt } from '@millrace/core/process'
import { Suspense, useMemo, useRef, useState } from 'react'
import { type Badge, BpmnViewer, type Picture } from '../../../../ui/bpmn/index.ts'
import { Button, SegmentedControl, Skeleton, Textarea } from '../../../../ui/index.ts'
import { useSimulation } from '../../hooks/use-simulation.ts'
import { readValues } from '../../model/read-values.ts'
import { modelTexts } from '../../texts-model.ts'
import { tryTexts as texts } from '../../texts-try.ts'
import styles from './model.module.css'
import { TryMoves } from './try-moves.tsx'
import { TryTrace } from './try-trace.tsx'

type Props = {
  readonly xml: string
  readonly name: string
  /** What an element or a flow is called. */
  readonly nameOf: (id: string) => string
  readonly onStop: () => void
}

/** How long a token takes along a flow; where people want less motion it is there at once. */
const TOKEN_MS = 320

/** Tries a model: tokens go over the picture, and what happened is written beside it. */
export function TryModel({ xml, name, nameOf, onStop }: Props) {
  const [isByHand, setByHand] = useState(true)
  const [written, setWritten] = useState('')
  const picture = useRef<Picture | null>(null)
  const { simulation, moves, made, move, back, again } = useSimulation(xml, isByHand)
  const values = readValues(written)
  const badges = useMemo((): readonly Badge[] => {
    const at = simulation ? tokensAt(simulation) : []
    return [...Map.groupBy(at, (id) => id)].map(([elementId, { length }]) => ({
      ...{ elementId, kind: 'token', text: String(length) },
      title: modelTexts.at.count(length),
    }))
  }, [simulation])
  const marks = useMemo(() => badges.map(({ elementId }) => [elementId, 'active'] as const), [badges])
  const make: typeof move = (next, answer) => {
    const happened = move(next, { ...answer, values: values ?? {} })
    const flows = happened.filter(({ kind }) => kind === 'taken').map(({ at }) => at)
    void showTokens(picture.current, flows)
    return happened
  }
  return (
    <div className={styles.drawing}>
      <Suspense fallback={<Skeleton rows={8} />}>
        <BpmnViewer
          {...{ xml, badges, marks }}
          label={modelTexts.picture(name)}
          say={({ id }) => nameOf(id)}
          onReady={(ready) => {
            picture.current = ready
          }}
        />
      </Suspense>
      <aside className={styles.side} aria-label={texts.try}>
        <div className={styles.sideHead}>
          <Button size="xs" variant="default" onClick={onStop}>
            {texts.stop}
          </Button>
          <Button size="xs" variant="default" disabled={made.length === 0} onClick={back}>
            {texts.back}
          </Button>
          <Button size="xs" variant="default" disabled={made.length === 0} onClick={again}>
            {texts.again}
          </Button>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={texts.chooses}
          value={isByHand ? 'hand' : 'variables'}
          data={[
            { value: 'hand', label: texts.byHand },
            { value: 'variables', label: texts.byVariables },
          ]}
          onChange={(value) => setByHand(value === 'hand')}
        />
        <Textarea
          size="xs"
          label={texts.variables}
          placeholder={texts.variablesHint}
          error={values === null ? texts.notJson : null}
          value={written}
          autosize
          minRows={1}
          maxRows={6}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--font-mono)' } }}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
        {simulation === null ? (
          <p className={styles.soft}>{texts.cannot}</p>
        ) : (
          <TryMoves {...{ moves, nameOf }} status={simulation.state.status} onMove={make} />
        )}
        <TryTrace made={made} nameOf={nameOf} onShow={(id) => picture.current?.focus(id)} />
      </aside>
    </div>
  )
}

async function showTokens(picture: Picture | null, flowIds: readonly string[]): Promise<void> {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  if (picture === null || isStill) return
  // One after the other, as they were taken; many at once are shown by where they end.
  const shown = flowIds.length > 12 ? [] : flowIds
  for (const id of shown) await picture.send(id, TOKEN_MS)
}
