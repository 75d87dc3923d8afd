import type { NotificationView } from '@millrace/contract'
import { AlarmClock, Bell, Check, Clock, type LucideIcon, MailOpen } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useDirectory } from '../../../platform/store/index.ts'
import { ActionIcon, formatInstant, Menu, PersonAvatar, RelativeTime, StateShape } from '../../../ui/index.ts'
import { lineName } from '../model/line-name.ts'
import { leadOf, newsInWords } from '../model/news-words.ts'
import { texts } from '../texts.ts'
import styles from './inbox.module.css'

/** The menu of a line that is open. */
export type RowMenu = 'later' | 'why' | null

type Props = {
  readonly line: NotificationView
  readonly isCursor: boolean
  readonly isPeeked: boolean
  readonly menu: RowMenu
  readonly onMenu: (menu: RowMenu) => void
  readonly onFocus: () => void
  readonly onOpen: () => void
  readonly onDone: () => void
  readonly onUnread: () => void
  readonly later: ReactNode
  readonly why: ReactNode
}

/** One line of the inbox: who did what, where and when; several events unfold. */
export function InboxRow(props: Props) {
  const { line, menu, onMenu } = props
  const [isUnfolded, setUnfolded] = useState(false)
  const lead = leadOf(line.events)
  if (!lead) return null
  const others = line.events.length - 1
  return (
    <li
      className={styles.row}
      data-line={line.id}
      data-unread={line.readAt === null || undefined}
      data-cursor={props.isCursor || undefined}
      data-peeked={props.isPeeked || undefined}
      onFocus={props.onFocus}
    >
      <button type="button" className={styles.main} onClick={props.onOpen}>
        <LineWords line={line} event={lead} />
      </button>
      <span className={styles.actions}>
        {others > 0 && (
          <button
            type="button"
            className={styles.quiet}
            data-button="unfold"
            aria-expanded={isUnfolded}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            {isUnfolded ? texts.less : texts.more(others)}
          </button>
        )}
        <Menu
          opened={menu === 'why'}
          onChange={(isOpen) => onMenu(isOpen ? 'why' : null)}
          position="bottom-end"
        >
          <Menu.Target>
            <button
              type="button"
              className={styles.quiet}
              data-button="why"
              aria-label={texts.whyLabel(lineName(line))}
            >
              {texts.why}
            </button>
          </Menu.Target>
          <Menu.Dropdown>{props.why}</Menu.Dropdown>
        </Menu>
        <Menu
          opened={menu === 'later'}
          onChange={(isOpen) => onMenu(isOpen ? 'later' : null)}
          position="bottom-end"
        >
          <Menu.Target>
            <ActionIcon data-button="later" aria-label={texts.snooze} title={`${texts.snooze}  H`}>
              <Clock size={15} strokeWidth={1.75} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>{props.later}</Menu.Dropdown>
        </Menu>
        {line.readAt === null ? (
          <ActionIcon aria-label={texts.done} title={`${texts.done}  E`} onClick={props.onDone}>
            <Check size={15} strokeWidth={2} aria-hidden />
          </ActionIcon>
        ) : (
          <ActionIcon aria-label={texts.again} title={`${texts.again}  U`} onClick={props.onUnread}>
            <MailOpen size={15} strokeWidth={1.75} aria-hidden />
          </ActionIcon>
        )}
      </span>
      {isUnfolded && <Events line={line} />}
    </li>
  )
}

type WordsProps = { readonly line: NotificationView; readonly event: NotificationView['events'][number] }

function LineWords({ line, event }: WordsProps) {
  const directory = useDirectory()
  const { who, what, note } = newsInWords(event, directory)
  const container = directory.containers.get(line.containerId)
  return (
    <>
      <span className={styles.mark}>
        {line.readAt === null && <span className={styles.dot} aria-hidden />}
        {line.readAt === null && <span className="visually-hidden">{texts.isUnread}: </span>}
      </span>
      <Face event={event} />
      <span className={styles.words}>
        <span className={styles.what}>
          {who !== '' && <strong>{who}</strong>} {who === '' ? <strong>{what}</strong> : what}
          {note !== '' && <span className={styles.note}> {note}</span>}
        </span>
        <span className={styles.where}>
          {line.about.kind === 'item' ? (
            <>
              <StateShape group={line.about.stateGroup} />
              <span className={styles.key}>{line.about.key}</span>
            </>
          ) : (
            <span className={styles.key}>#{line.about.number}</span>
          )}
          <span className={styles.title}>{line.title}</span>
          {container && <span className={styles.container}>{container.name}</span>}
          {line.snoozedUntil !== null && (
            <span className={styles.until}>{texts.until(formatInstant(line.snoozedUntil))}</span>
          )}
        </span>
      </span>
      <RelativeTime at={line.lastAt} className={styles.when ?? ''} />
    </>
  )
}

const TIMES: Readonly<Partial<Record<string, LucideIcon>>> = { reminder: Bell, alert: AlarmClock }

function Face({ event }: Pick<WordsProps, 'event'>) {
  const { people } = useDirectory()
  const Glyph = TIMES[event.kind]
  if (!Glyph) return <PersonAvatar person={people.get(event.personId ?? '') ?? null} size={26} />
  return (
    <span className={styles.face} data-kind={event.kind}>
      <Glyph size={15} strokeWidth={1.75} aria-hidden />
    </span>
  )
}

function Events({ line }: Pick<Props, 'line'>) {
  const directory = useDirectory()
  return (
    <ol className={styles.events}>
      {line.events.map((event) => {
        const { who, what, note } = newsInWords(event, directory)
        return (
          <li key={event.id} className={styles.event}>
            <span className={styles.eventWords}>
              <strong>{who}</strong> {what}
              {note !== '' && <span className={styles.note}> {note}</span>}
            </span>
            <RelativeTime at={event.at} className={styles.when ?? ''} />
          </li>
        )
      })}
    </ol>
  )
}
