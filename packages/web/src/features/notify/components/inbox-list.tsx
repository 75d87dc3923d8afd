import type { NotificationView } from '@millrace/contract'
import { paths, useGo, usePeek, useSlug } from '../../../platform/navigation.ts'
import type { Inbox } from '../hooks/use-inbox.ts'
import { useInboxKeys } from '../hooks/use-inbox-keys.ts'
import { useMutes } from '../hooks/use-mutes.ts'
import { itemOf } from '../model/line-name.ts'
import { texts } from '../texts.ts'
import styles from './inbox.module.css'
import { InboxRow } from './inbox-row.tsx'
import { LaterItems } from './later-items.tsx'
import { WhyItems } from './why-items.tsx'

type Props = { readonly inbox: Inbox; readonly lines: readonly NotificationView[] }

/** The lines of the inbox, to be gone through by key or by hand. */
export function InboxList({ inbox, lines }: Props) {
  const peek = usePeek()
  const mutes = useMutes()
  const go = useGo()
  const slug = useSlug()
  const open = (line: NotificationView) => {
    if (line.about.kind === 'item') peek.open(line.about.key, placeOf(line))
    else go(paths.instance(slug, line.about.instanceId))
  }
  const cursor = useInboxKeys({ ...inbox, lines }, open)
  return (
    <>
      <ul className={styles.list} aria-label={texts.list}>
        {lines.map((line) => (
          <InboxRow
            key={line.id}
            line={line}
            isCursor={cursor.id === line.id}
            isPeeked={peek.key !== undefined && peek.key === itemOf(line)?.key}
            menu={cursor.menu?.id === line.id ? cursor.menu.kind : null}
            onMenu={(kind) => cursor.setMenu(line.id, kind)}
            onFocus={() => cursor.set(line.id)}
            onOpen={() => open(line)}
            onDone={() => cursor.leave(line, inbox.markRead)}
            onUnread={() => void inbox.markUnread(line)}
            later={
              <LaterItems
                title={texts.later.title}
                onPick={(until) => {
                  cursor.setMenu(line.id, null)
                  cursor.leave(line, () => inbox.snooze(line, until))
                }}
              />
            }
            why={
              <WhyItems
                line={line}
                mutes={mutes}
                onFollow={(each) => void inbox.follow(each)}
                onUnfollow={(each) => void inbox.unfollow(each)}
              />
            }
          />
        ))}
      </ul>
      {inbox.older && (
        <button type="button" className={styles.older} onClick={inbox.older}>
          {texts.older}
        </button>
      )}
    </>
  )
}

/** The latest comment of a line is where it leads. */
function placeOf({ events }: NotificationView): string | undefined {
  const commentId = events.findLast((event) => event.commentId !== null && event.excerpt !== null)?.commentId
  return commentId ? `comment-${commentId}` : undefined
}
