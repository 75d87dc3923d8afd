import type { PlanRowView } from '@millrace/contract'
import { wordsOf } from '../../../../platform/refused.ts'
import { Alert, ErrorState, Progress } from '../../../../ui/index.ts'
import type { LevelState } from '../../hooks/use-levelling.ts'
import { textsLevel } from '../../texts-level.ts'
import { textsShared } from '../../texts-shared.ts'
import { LevelPreview } from './level-preview.tsx'
import { ProgressWords } from './progress-words.tsx'

type Props = { readonly state: LevelState; readonly rows: readonly PlanRowView[] }

/** How far a levelling is, what came of it, or why nothing did. */
export function LevelOutcome({ state, rows }: Props) {
  switch (state.kind) {
    case 'idle':
      return null
    case 'running':
      return (
        <div role="status">
          <Progress value={state.share * 100} size="sm" aria-label={textsLevel.running} />
          {state.progress && <ProgressWords progress={state.progress} rows={rows} />}
        </div>
      )
    case 'refused': {
      const words = wordsOf(state.refusal.code, state.refusal.params ?? {})
      return (
        <Alert color="red" title={textsLevel.refused} role="alert">
          {words?.sentence} {words?.remedy}
        </Alert>
      )
    }
    case 'failed':
      return <ErrorState title={textsShared.failed} error={state.error} />
    case 'done':
      return <LevelPreview plans={state.plans} parts={state.parts} />
  }
}
