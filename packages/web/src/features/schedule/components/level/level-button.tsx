import type { PlanRowView, PlanView } from '@millrace/contract'
import { Suspense, useState } from 'react'
import { lazyPart } from '../../../../platform/lazy-part.ts'
import { Button } from '../../../../ui/index.ts'
import { textsLevel } from '../../texts-level.ts'

const LevelDialog = lazyPart(async () => (await import('./level-dialog.tsx')).LevelDialog)

type Props = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
}

/** Opens levelling. */
export function LevelButton(props: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="xs" variant="default" title={textsLevel.hint} onClick={() => setOpen(true)}>
        {textsLevel.level}
      </Button>
      {isOpen && (
        <Suspense>
          <LevelDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
