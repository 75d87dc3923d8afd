import type { SaidProblem } from '../../model/feel-problem.ts'
import { describeTexts as texts } from '../../texts-describe.ts'
import styles from './describe.module.css'

type Props = { readonly text: string; readonly problem: SaidProblem }

/** Characters before and behind the place, so that it is found in a long text. */
const AROUND = 14

/** What is wrong with an expression, with the place in it. */
export function ProblemPlace({ text, problem: { sentence, from, to } }: Props) {
  const begins = Math.max(0, from - AROUND)
  const meant = text.slice(from, Math.max(to, from + 1))
  return (
    <>
      {texts.atCharacter(from + 1, sentence)}
      <code className={styles.place}>
        {begins > 0 && '…'}
        {text.slice(begins, from)}
        <mark>{meant.trim() === '' ? '␣' : meant}</mark>
        {text.slice(from + meant.length, from + meant.length + AROUND)}
      </code>
    </>
  )
}
