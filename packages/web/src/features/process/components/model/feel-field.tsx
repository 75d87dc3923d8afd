import { feelProblem } from '../../model/feel-problem.ts'
import { ProblemPlace } from './problem-place.tsx'
import { SettledInput } from './settled-input.tsx'

type Props = {
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly isLong?: boolean
  /** Whether a text is an expression at all; without it every one is. */
  readonly isExpression?: (text: string) => boolean
  readonly onSave: (text: string) => void
}

/** An expression of FEEL, which is checked while it is written. */
export function FeelField({ isExpression = always, ...field }: Props) {
  return (
    <SettledInput
      {...field}
      isCode
      problemOf={(text) => {
        const problem = isExpression(text) ? feelProblem(text) : null
        return problem && <ProblemPlace text={text} problem={problem} />
      }}
    />
  )
}

function always(): boolean {
  return true
}
