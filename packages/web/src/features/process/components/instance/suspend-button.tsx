import type { InstanceView } from '@millrace/contract'
import { useState } from 'react'
import { callOf, useCommands } from '../../../../platform/store/index.ts'
import { Button } from '../../../../ui/index.ts'
import { textsRepair } from '../../texts-repair.ts'
import { textsSuspend as texts } from '../../texts-suspend.ts'
import { ReasonDialog } from '../repair/reason-dialog.tsx'

type Props = { readonly instance: Pick<InstanceView, 'id' | 'title' | 'suspension'> }

/** Suspends an instance, or resumes it, with a reason. Undo does the other of the two, with the reason that stood there. */
export function SuspendButton({ instance }: Props) {
  const { run } = useCommands()
  const [isAsked, setAsked] = useState(false)
  const { id, title, suspension } = instance
  const kind = suspension === null ? 'suspend' : 'resume'
  const handleGo = async (reason: string) => {
    const back = { kind: suspension === null ? ('resume' as const) : ('suspend' as const) }
    const outcome = await run(
      'process.repairInstance',
      { id, act: { kind }, reason },
      {
        isSilent: true,
        undoLabel: kind === 'suspend' ? texts.doneSuspend(title) : texts.doneResume(title),
        back: [callOf('process.repairInstance', { id, act: back, reason: suspension?.reason ?? reason })],
      },
    )
    return outcome.ok ? null : outcome.refused
  }
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsked(true)}>
        {texts[kind]}
      </Button>
      {isAsked && (
        <ReasonDialog
          title={kind === 'suspend' ? texts.suspendTitle : texts.resumeTitle}
          what={textsRepair.actWhat[kind]}
          canUndo
          onGo={handleGo}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  )
}
