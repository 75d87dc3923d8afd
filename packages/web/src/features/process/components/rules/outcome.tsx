import { sayDecisionProblem } from '../../../../platform/decision-words.ts'
import { showValue } from '../../model/rules/read-value.ts'
import type { Tried } from '../../model/rules/try-decision.ts'
import { textsRulePanel as texts } from '../../texts-rule-panel.ts'
import styles from './rules.module.css'

type Props = { readonly tried: Tried }

/** What came out of a decision, by which rules, and why not. */
export function Outcome({ tried: { explanation, rules } }: Props) {
  const { output, warnings } = explanation
  return (
    <section className={styles.outcome} aria-live="polite">
      <h4>{texts.result}</h4>
      <code className={styles.value}>{output === null ? texts.none : showValue(output)}</code>
      {rules !== null && (
        <span className={styles.soft}>{texts.rules(rules.matched.map((rule) => rule + 1))}</span>
      )}
      {warnings.length > 0 && (
        <>
          <span className={styles.soft}>{texts.why}</span>
          <ul className={styles.findings}>
            {warnings.slice(0, 5).map((warning) => (
              <li key={`${warning.place.source} ${warning.code} ${String(warning.place.from)}`}>
                <b>{warning.place.source}</b>
                <span>{sayDecisionProblem(warning)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
