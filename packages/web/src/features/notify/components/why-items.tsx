import type { NotificationView } from '@millrace/contract'
import { useDirectory } from '../../../platform/store/index.ts'
import { Menu } from '../../../ui/index.ts'
import type { Mutes } from '../hooks/use-mutes.ts'
import { itemOf } from '../model/line-name.ts'
import { leadOf } from '../model/news-words.ts'
import { texts } from '../texts.ts'
import { textsNews } from '../texts-news.ts'
import { textsWishes } from '../texts-wishes.ts'
import styles from './inbox.module.css'

type Props = {
  readonly line: NotificationView
  readonly mutes: Mutes
  readonly onFollow: (line: NotificationView) => void
  readonly onUnfollow: (line: NotificationView) => void
}

/** Why a line is there, and how not to get the next of its kind. For the inside of a menu. */
export function WhyItems({ line, mutes, onFollow, onUnfollow }: Props) {
  const { containers } = useDirectory()
  const container = containers.get(line.containerId)
  const item = itemOf(line)
  const kind = leadOf(line.events)?.kind
  const ofContainer = { containerId: line.containerId, kind: null }
  const isMuted = mutes.isMuted(ofContainer)
  return (
    <>
      <Menu.Label>
        <span className={styles.whyWords}>{textsNews.why[line.reason]}</span>
      </Menu.Label>
      {item && line.isFollowing && (
        <Menu.Item onClick={() => onUnfollow(line)}>{textsWishes.unfollow(item.key)}</Menu.Item>
      )}
      {item && !line.isFollowing && (
        <Menu.Item onClick={() => onFollow(line)}>{textsWishes.follow(item.key)}</Menu.Item>
      )}
      {container && (
        <Menu.Item
          onClick={() =>
            void (isMuted
              ? mutes.unmute(ofContainer, texts.did.unmuteContainer(container.name))
              : mutes.mute(ofContainer, texts.did.muteContainer(container.name)))
          }
        >
          {isMuted ? textsWishes.hear(container.name) : textsWishes.mute(container.name)}
        </Menu.Item>
      )}
      {kind !== undefined && kind !== 'reminder' && (
        <Menu.Item
          onClick={() =>
            void mutes.mute({ containerId: null, kind }, texts.did.muteKind(textsNews.kinds[kind].name))
          }
        >
          {textsWishes.muteKind(textsNews.kinds[kind].name)}
        </Menu.Item>
      )}
    </>
  )
}
