import { NUDGE_PAUSE_MS } from '@millrace/core/notify'
import { useDirectory } from '../../../platform/store/index.ts'
import { Button, notifications, useNow } from '../../../ui/index.ts'
import { useFollowing } from '../hooks/use-following.ts'
import { texts } from '../texts.ts'
import { textsWishes } from '../texts-wishes.ts'

type Props = {
  readonly item: { readonly id: string; readonly key: string }
  readonly personId: string
}

/** Reminds the person an item waits for. */
export function NudgeButton({ item, personId }: Props) {
  const { people, me } = useDirectory()
  const { data, nudge } = useFollowing(item)
  const now = useNow()
  if (personId === me.personId) return null
  const name = people.get(personId)?.name ?? ''
  const isNudged = data?.nudgedAt != null && data.nudgedAt + NUDGE_PAUSE_MS > now
  const handleClick = async () => {
    const { ok } = await nudge()
    if (ok) notifications.show({ message: texts.did.nudge(name) })
  }
  return (
    <Button
      size="compact-xs"
      variant="default"
      title={textsWishes.nudgeHint(name)}
      disabled={isNudged}
      onClick={() => void handleClick()}
    >
      {isNudged ? textsWishes.nudged : textsWishes.nudge}
    </Button>
  )
}
