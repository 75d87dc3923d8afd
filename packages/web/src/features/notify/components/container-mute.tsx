import { Bell, BellOff } from 'lucide-react'
import { ActionIcon } from '../../../ui/index.ts'
import { useMutes } from '../hooks/use-mutes.ts'
import { texts } from '../texts.ts'
import { textsWishes } from '../texts-wishes.ts'

type Props = { readonly containerId: string; readonly name: string }

/** Mutes a project, process, case or list, or hears of it again. */
export function ContainerMute({ containerId, name }: Props) {
  const mutes = useMutes()
  const muted = { containerId, kind: null }
  const isMuted = mutes.isMuted(muted)
  const Glyph = isMuted ? BellOff : Bell
  const label = isMuted ? textsWishes.hearContainer : textsWishes.muteContainer
  return (
    <ActionIcon
      aria-label={label}
      title={label}
      aria-pressed={isMuted}
      disabled={mutes.mutes === undefined}
      onClick={() =>
        void (isMuted
          ? mutes.unmute(muted, texts.did.unmuteContainer(name))
          : mutes.mute(muted, texts.did.muteContainer(name)))
      }
    >
      <Glyph size={15} strokeWidth={1.75} aria-hidden />
    </ActionIcon>
  )
}
