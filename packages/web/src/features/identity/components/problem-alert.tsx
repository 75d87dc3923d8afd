import { Alert } from '../../../ui/index.ts'

type Props = { readonly problem: { readonly sentence: string; readonly remedy: string } | null }

/** Why something was refused, and what to do next. */
export function ProblemAlert({ problem }: Props) {
  if (problem === null) return null
  return (
    <Alert color="red" role="alert" title={problem.sentence}>
      {problem.remedy}
    </Alert>
  )
}
