import type { CriterionView } from '@millrace/contract'
import { Check, Circle } from 'lucide-react'
import { Fragment } from 'react'
import { sayPart } from '../../model/sentence.ts'
import { sentenceTexts as texts } from '../../texts-sentence.ts'
import styles from './plan.module.css'

type Props = { readonly criteria: readonly CriterionView[] }

/** What something waits for, as a sentence: what has come is ticked. */
export function CriterionSentence({ criteria }: Props) {
  return (
    <span className={styles.sentence}>
      {criteria.map((criterion, place) => (
        <Fragment key={criterion.id}>
          {place > 0 && <em className={styles.or}>{texts.or}</em>}
          {criterion.parts.map((part, at) => (
            <Fragment key={at}>
              {at > 0 && <span className={styles.and}>{texts.and}</span>}
              <span className={styles.part} data-met={part.isMet === true || undefined}>
                {part.isMet === true ? (
                  <Check size={13} role="img" aria-label={texts.has} />
                ) : (
                  <Circle size={9} role="img" aria-label={texts.awaited} />
                )}
                {sayPart(part)}
              </span>
            </Fragment>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
