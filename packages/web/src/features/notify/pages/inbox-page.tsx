import { CheckCheck, Inbox as InboxGlyph } from 'lucide-react'
import { paths, useGo, useSearchText, useSetSearch, useSlug } from '../../../platform/navigation.ts'
import { Button, EmptyState, ErrorState, PageHeader, SegmentedControl, Skeleton } from '../../../ui/index.ts'
import styles from '../components/inbox.module.css'
import { InboxList } from '../components/inbox-list.tsx'
import { type Show, useInbox } from '../hooks/use-inbox.ts'
import { useUnread } from '../hooks/use-unread.ts'
import { texts } from '../texts.ts'

const SHOWS: readonly Show[] = ['unread', 'all', 'mentions', 'snoozed']

/** What happened to the work that concerns a person, to be gone through and done with. */
export function InboxPage() {
  const search = useSearchText()
  const setSearch = useSetSearch()
  const show = SHOWS.find((each) => each === search['show']) ?? 'unread'
  const inbox = useInbox(show)
  const unread = useUnread()
  const { lines } = inbox
  return (
    <div className={styles.page}>
      <PageHeader
        title={texts.title}
        note={unread === 0 ? undefined : texts.unread(unread)}
        actions={
          show === 'unread' &&
          lines !== undefined &&
          lines.length > 1 && (
            <Button
              size="xs"
              variant="default"
              leftSection={<CheckCheck size={14} aria-hidden />}
              onClick={() => void inbox.markAllRead(lines)}
            >
              {texts.allRead}
            </Button>
          )
        }
      >
        <SegmentedControl
          size="xs"
          aria-label={texts.showLabel}
          value={show}
          data={SHOWS.map((value) => ({ value, label: texts.show[value] }))}
          onChange={(value) => setSearch({ show: value === 'unread' ? undefined : value }, 'replace')}
        />
      </PageHeader>
      <div className={styles.scroll}>
        {inbox.error && !lines ? (
          <ErrorState title={texts.failed} error={inbox.error} onRetry={inbox.retry} />
        ) : lines === undefined ? (
          <Skeleton rows={10} label={texts.loading} />
        ) : lines.length === 0 ? (
          <EmptyInbox show={show} onAll={() => setSearch({ show: 'all' })} />
        ) : (
          <InboxList key={show} inbox={inbox} lines={lines} />
        )}
      </div>
    </div>
  )
}

function EmptyInbox({ show, onAll }: { readonly show: Show; readonly onAll: () => void }) {
  const slug = useSlug()
  const go = useGo()
  return (
    <EmptyState
      glyph={<InboxGlyph size={20} strokeWidth={1.75} />}
      title={texts.empty[show].title}
      sentence={texts.empty[show].sentence}
      action={{ label: texts.toMyWork, keys: 'g m', onClick: () => go(paths.my(slug)) }}
      {...(show === 'all' ? {} : { example: { label: texts.toAll, onClick: onAll } })}
    />
  )
}
