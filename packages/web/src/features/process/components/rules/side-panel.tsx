import type { DecisionLogEntry, DecisionView } from '@millrace/contract'
import type { Decision } from '@millrace/core/decision'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { callOf, useCommands } from '../../../../platform/store/index.ts'
import { Tabs, useNow, useTimeZone } from '../../../../ui/index.ts'
import { useKeepDecision } from '../../hooks/use-decisions.ts'
import type { LookedAt } from '../../model/rules/looked-at.ts'
import {
  type Checked,
  rulesOf,
  type TriedRules,
  tryDecision,
  tryExamples,
} from '../../model/rules/try-decision.ts'
import { textsRulePanel as texts } from '../../texts-rule-panel.ts'
import { DecisionLogPanel } from './decision-log-panel.tsx'
import { ExamplesPanel } from './examples-panel.tsx'
import styles from './rules.module.css'
import { TryPanel } from './try-panel.tsx'

type Values = Readonly<Record<string, unknown>>

type Props = {
  readonly view: DecisionView
  readonly looked: LookedAt
  readonly decision: Decision
  /** What is to be looked at of the table. */
  readonly findings: number
  /** What is wrong and open; absent for decisions that are no tables. */
  readonly check?: ReactNode
  readonly isManager: boolean
  readonly onMarks: (rules: TriedRules) => void
}

/** Checking, trying, examples and the log, beside a decision. */
export function SidePanel({ view, looked, decision, findings, check, isManager, onMarks }: Props) {
  const { run } = useCommands()
  const keep = useKeepDecision()
  const zone = useTimeZone()
  const now = useNow()
  const [tab, setTab] = useState<string | null>(check === undefined ? 'try' : 'check')
  const [values, setValues] = useState<Values>({})
  const tried = useMemo(
    () => (tab === 'try' ? tryDecision(looked, decision, { values, now, zone }) : null),
    [tab, looked, decision, values, now, zone],
  )
  const examples = useMemo(
    () => tryExamples(looked, decision, { examples: view.cases, now, zone }),
    [looked, decision, view.cases, now, zone],
  )
  const failing = examples.filter(({ passes }) => !passes).length
  const names = useMemo(() => new Map(view.keys.map(({ key, name }) => [key, name])), [view.keys])
  const [shown, setShown] = useState<TriedRules>(null)
  const isAsked = Object.keys(values).length > 0
  useEffect(() => {
    onMarks(tab === 'log' ? shown : tab === 'try' && isAsked ? (tried?.rules ?? null) : null)
  }, [onMarks, tab, shown, tried, isAsked])

  const handleKeep = async (name: string): Promise<boolean> => {
    const expected = tried?.explanation.output ?? null
    const example = { id: newId(), decisionId: view.id, key: decision.id, name, inputs: values, expected }
    const outcome = await run('process.saveDecisionCase', example)
    if (outcome.ok) keep(outcome.output)
    return outcome.ok
  }
  const handleRemove = async ({ passes: _passes, output: _output, ...example }: Checked) => {
    const back = callOf('process.saveDecisionCase', {
      ...{ ...example, decisionId: view.id, key: decision.id },
    })
    const outcome = await run(
      'process.removeDecisionCase',
      { decisionId: view.id, id: example.id },
      { undoLabel: texts.removed(example.name), back: [back] },
    )
    if (outcome.ok) keep(outcome.output)
  }
  const handleShow = ({ explanation, key }: DecisionLogEntry) => {
    setShown(explanation === null ? null : rulesOf(explanation, names.get(key) ?? key))
  }
  return (
    <aside className={styles.side} aria-label={texts.panel}>
      <Tabs value={tab} onChange={setTab} className={styles.tabs} keepMounted={false}>
        <Tabs.List>
          {check !== undefined && (
            <Tabs.Tab value="check" rightSection={<Count of={findings} isBad />}>
              {texts.check}
            </Tabs.Tab>
          )}
          <Tabs.Tab value="try">{texts.tryIt}</Tabs.Tab>
          <Tabs.Tab value="examples" rightSection={<Count of={failing} isBad />}>
            {texts.examples}
          </Tabs.Tab>
          <Tabs.Tab value="log">{texts.log}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="check">{check}</Tabs.Panel>
        <Tabs.Panel value="try">
          <TryPanel
            looked={looked}
            decision={decision}
            values={values}
            tried={isAsked ? tried : null}
            onValues={setValues}
            onKeep={isManager ? handleKeep : null}
          />
        </Tabs.Panel>
        <Tabs.Panel value="examples">
          <ExamplesPanel
            examples={examples}
            onTry={({ inputs }) => {
              setValues(inputs)
              setTab('try')
            }}
            onRemove={isManager ? (example) => void handleRemove(example) : null}
          />
        </Tabs.Panel>
        <Tabs.Panel value="log">
          <DecisionLogPanel
            containerId={view.containerId}
            decisionId={view.id}
            names={names}
            onShow={handleShow}
          />
        </Tabs.Panel>
      </Tabs>
    </aside>
  )
}

function Count({ of, isBad }: { readonly of: number; readonly isBad: boolean }) {
  return of === 0 ? null : (
    <span className={styles.count} data-bad={isBad}>
      {of}
    </span>
  )
}
