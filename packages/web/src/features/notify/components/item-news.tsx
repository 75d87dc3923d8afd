import { Bell, BellOff } from 'lucide-react'
import { ActionIcon, formatInstant, Menu } from '../../../ui/index.ts'
import { useFollowing } from '../hooks/use-following.ts'
import { textsNews } from '../texts-news.ts'
import { textsWishes } from '../texts-wishes.ts'
import styles from './inbox.module.css'
import { LaterItems } from './later-items.tsx'

type Props = { readonly item: { readonly id: string; readonly key: string } }

/** Whether one is told of an item and why; to follow it or not, and to be reminded of it. */
export function ItemNews({ item }: Props) {
  const { data, setFollowing, remind, forget } = useFollowing(item)
  const isFollowing = data?.isFollowing ?? false
  const Glyph = isFollowing ? Bell : BellOff
  const state = isFollowing ? textsWishes.following : textsWishes.notFollowing
  const [reason] = data?.reasons ?? []
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`${state}. ${textsWishes.followingHint}`} title={state} disabled={!data}>
          <Glyph size={15} strokeWidth={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <span className={styles.whyWords}>{state}.</span> {isFollowing && reason && textsNews.why[reason]}
        </Menu.Label>
        <Menu.Item onClick={() => void setFollowing(!isFollowing)}>
          {isFollowing ? textsWishes.unfollow(item.key) : textsWishes.follow(item.key)}
        </Menu.Item>
        <Menu.Divider />
        <LaterItems title={textsWishes.remind} onPick={(at) => void remind(at)} />
        {data && data.reminders.length > 0 && <Menu.Divider />}
        {data?.reminders.map(({ id, remindAt }) => (
          <Menu.Item key={id} onClick={() => void forget(id)}>
            {textsWishes.forget(formatInstant(remindAt))}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
