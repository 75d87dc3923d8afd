import type { DecisionLogEntry } from '@millrace/contract'
import { sayDecisionProblem } from '../../../../platform/decision-words.ts'
import { Button, ErrorState, RelativeTime, Skeleton } from '../../../../ui/index.ts'
import { useDecisionLog } from '../../hooks/use-decisions.ts'
import { showValue } from '../../model/rules/read-value.ts'
import { rulesOf } from '../../model/rules/try-decision.ts'
import { textsRulePanel as texts } from '../../texts-rule-panel.ts'
import { inputsLine } from './examples-panel.tsx'
import styles from './rules.module.css'

type Props = {
  readonly containerId: string
  readonly decisionId: string
  /** Names of the decisions by what tasks name them by. */
  readonly names: ReadonlyMap<string, string>
  readonly onShow: (entry: DecisionLogEntry) => void
}

/** What was decided, for whom, and by which rules. */
export function DecisionLogPanel({ containerId, decisionId, names, onShow }: Props) {
  const { entries, error, retry, more } = useDecisionLog(containerId, decisionId)
  if (entries === undefined) {
    return error === null ? (
      <Skeleton rows={4} />
    ) : (
      <ErrorState title={texts.logFailed} error={error} onRetry={retry} />
    )
  }
  if (entries.length === 0) return <p className={styles.panelEmpty}>{texts.noLog}</p>
  return (
    <>
      <ul className={styles.log}>
        {entries.map((entry) => (
          <LogLine
            key={entry.id}
            entry={entry}
            name={names.get(entry.key) ?? entry.key}
            onShow={() => onShow(entry)}
          />
        ))}
      </ul>
      {more !== null && (
        <Button size="xs" variant="subtle" onClick={more}>
          {texts.more}
        </Button>
      )}
    </>
  )
}

type LineProps = { readonly entry: DecisionLogEntry; readonly name: string; readonly onShow: () => void }

function LogLine({ entry, name, onShow }: LineProps) {
  const { instance, explanation, fault, inputs, number, at } = entry
  const rules = explanation === null ? null : rulesOf(explanation, name)
  return (
    <li>
      <button type="button" className={styles.finding} onClick={onShow}>
        <span className={styles.logHead}>
          <b>{instance === null ? texts.outside : texts.from(name, instance.number, instance.title)}</b>
          <RelativeTime at={at} />
        </span>
        <span>{inputsLine(inputs)}</span>
        {fault === null ? (
          <span>
            → <code>{showValue(explanation?.output ?? null)}</code>
          </span>
        ) : (
          <span className={styles.bad}>{texts.faulty(sayDecisionProblem({ code: fault, params: {} }))}</span>
        )}
        <span className={styles.soft}>
          {[
            ...(rules === null ? [] : [texts.rules(rules.matched.map((rule) => rule + 1))]),
            texts.version(number),
          ].join(' · ')}
        </span>
      </button>
    </li>
  )
}
