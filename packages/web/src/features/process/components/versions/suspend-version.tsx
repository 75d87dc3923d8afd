import type { ModelView } from '@millrace/contract'
import { callOf, useCommands } from '../../../../platform/store/index.ts'
import { textsSuspend } from '../../texts-suspend.ts'
import { ReasonDialog } from '../repair/reason-dialog.tsx'

const texts = textsSuspend.version

type Props = {
  readonly containerId: string
  readonly version: ModelView & { readonly number: number }
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Stops new starts by a version, or allows them again, with a reason. */
export function SuspendVersion({ containerId, version, onClose, onDone }: Props) {
  const { run } = useCommands()
  const { number, suspension } = version
  const [to, from] =
    suspension === null
      ? (['process.suspendVersion', 'process.resumeVersion'] as const)
      : (['process.resumeVersion', 'process.suspendVersion'] as const)
  const handleGo = async (reason: string) => {
    const outcome = await run(
      to,
      { containerId, number, reason },
      {
        isSilent: true,
        undoLabel: suspension === null ? texts.doneSuspend(number) : texts.doneResume(number),
        back: [callOf(from, { containerId, number, reason: suspension?.reason ?? reason })],
      },
    )
    if (outcome.ok) onDone()
    return outcome.ok ? null : outcome.refused
  }
  return (
    <ReasonDialog
      title={suspension === null ? texts.suspendTitle(number) : texts.resumeTitle(number)}
      what={suspension === null ? texts.suspendWhat : texts.resumeWhat}
      canUndo
      onGo={handleGo}
      onClose={onClose}
    />
  )
}
