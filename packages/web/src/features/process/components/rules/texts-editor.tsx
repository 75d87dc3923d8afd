import type { DecisionView } from '@millrace/contract'
import type { Decision } from '@millrace/core/decision'
import { editDecisionText, listDecisionTexts } from '@millrace/formats/dmn'
import { useDeferredValue, useMemo } from 'react'
import { sayDecisionProblem } from '../../../../platform/decision-words.ts'
import { Textarea } from '../../../../ui/index.ts'
import type { DecisionDraft } from '../../hooks/use-decision-draft.ts'
import { decisionOf, lookAt, problemsOf } from '../../model/rules/looked-at.ts'
import { textsRuleGrid } from '../../texts-rule-grid.ts'
import { textsRulePanel as texts } from '../../texts-rule-panel.ts'
import styles from './rules.module.css'
import { SidePanel } from './side-panel.tsx'

type Props = {
  readonly view: DecisionView
  readonly decision: Decision
  readonly draft: DecisionDraft
  readonly isManager: boolean
}

const nothing = () => undefined

/** A decision that is no table: its expressions one below the other, each with where it stands. */
export function TextsEditor({ view, decision, draft, isManager }: Props) {
  const { dmn, change } = draft
  const parts = useMemo(() => listDecisionTexts(dmn, decision.id), [dmn, decision.id])
  const deferred = useDeferredValue(dmn)
  const seen = useMemo(() => {
    const looked = lookAt(deferred)
    const now = looked && decisionOf(looked, decision.id)
    return looked && now ? { looked, decision: now, problems: problemsOf(looked, now) } : null
  }, [deferred, decision.id])
  return (
    <div className={styles.editor}>
      <div className={styles.texts}>
        <p className={styles.soft}>{parts.length === 0 ? texts.noTexts : texts.texts}</p>
        {parts.map(({ path, text }, index) => (
          <Textarea
            // What stands at a place in the file stays there while its text changes.
            key={`${String(index)} ${path.join(' ')}`}
            label={path.length === 0 ? texts.expression : path.join(' / ')}
            classNames={{ input: styles.code }}
            autosize
            minRows={1}
            spellCheck={false}
            readOnly={!isManager}
            value={text}
            onChange={(event) => {
              const edited = editDecisionText(dmn, decision.id, { index, text: event.currentTarget.value })
              if (edited.ok) change(edited.value)
            }}
          />
        ))}
        {seen !== null && seen.problems.length > 0 && (
          <ul className={styles.findings} aria-live="polite">
            {seen.problems.map((problem) => (
              <li key={`${problem.element} ${problem.code} ${String(problem.at)}`}>
                <b>{problem.element}</b>
                <span className={styles.bad}>
                  {problem.at === null
                    ? sayDecisionProblem(problem)
                    : textsRuleGrid.faultAt(problem.at + 1, sayDecisionProblem(problem))}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {seen !== null && (
        <SidePanel
          view={view}
          looked={seen.looked}
          decision={seen.decision}
          findings={0}
          isManager={isManager}
          onMarks={nothing}
        />
      )}
    </div>
  )
}
