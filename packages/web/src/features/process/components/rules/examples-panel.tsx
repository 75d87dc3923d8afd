import { Check, X } from 'lucide-react'
import { ActionIcon } from '../../../../ui/index.ts'
import { showValue } from '../../model/rules/read-value.ts'
import type { Checked } from '../../model/rules/try-decision.ts'
import { textsRulePanel as texts } from '../../texts-rule-panel.ts'
import styles from './rules.module.css'

type Props = {
  readonly examples: readonly Checked[]
  readonly onTry: (example: Checked) => void
  /** Null: examples may only be read. */
  readonly onRemove: ((example: Checked) => void) | null
}

/** The examples that a decision is held to, and whether each still holds. */
export function ExamplesPanel({ examples, onTry, onRemove }: Props) {
  if (examples.length === 0) return <p className={styles.panelEmpty}>{texts.noExamples}</p>
  return (
    <ul className={styles.examples}>
      {examples.map((example) => {
        const { id, name, passes, expected, output, inputs } = example
        return (
          <li key={id} data-passes={passes}>
            <span className={styles.sign}>
              {passes ? <Check size={14} aria-hidden /> : <X size={14} aria-hidden />}
              <span className="visually-hidden">{passes ? texts.passes : texts.fails}</span>
            </span>
            <button
              type="button"
              className={styles.finding}
              aria-label={texts.load(name)}
              onClick={() => onTry(example)}
            >
              <b>{name}</b>
              <span>{inputsLine(inputs)}</span>
              <span>{texts.expected(showValue(expected))}</span>
              {!passes && <span className={styles.bad}>{texts.got(showValue(output))}</span>}
            </button>
            {onRemove !== null && (
              <ActionIcon
                size={24}
                variant="subtle"
                aria-label={texts.remove(name)}
                onClick={() => onRemove(example)}
              >
                <X size={13} aria-hidden />
              </ActionIcon>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What was given, in one line. */
export function inputsLine(inputs: Readonly<Record<string, unknown>>): string {
  return Object.entries(inputs)
    .map(([name, value]) => `${name} = ${showValue(value)}`)
    .join(', ')
}
