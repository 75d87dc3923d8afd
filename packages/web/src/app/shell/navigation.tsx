import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useSlug } from '../../platform/navigation.ts'
import { Link } from '../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './navigation.module.css'
import { Pinned } from './pinned.tsx'
import { INBOX, MY_WORK, ORGANISATION_PLACES, type Place, WORK_PLACES } from './places.ts'
import { UnreadCount } from './unread-count.tsx'

/** Drawn when the page is there: what can be dragged needs more code than the first paint has time for. */
const Favourites = lazy(async () => ({ default: (await import('./favourites.tsx')).Favourites }))
const RecentFold = lazy(async () => ({ default: (await import('./recent-fold.tsx')).RecentFold }))

type Props = { readonly isFolded?: boolean; readonly onGo?: () => void }

/** The places of the organisation, in three groups, and what is pinned. */
export function Navigation({ isFolded = false, onGo }: Props) {
  return (
    <nav className={styles.navigation} data-folded={isFolded || undefined} aria-label={texts.places.title}>
      <Group places={[INBOX, MY_WORK]} onGo={onGo} />
      {!isFolded && (
        <Suspense fallback={null}>
          <Favourites onGo={onGo} />
        </Suspense>
      )}
      <Group title={texts.places.work} places={WORK_PLACES} onGo={onGo} />
      <Group title={texts.places.organisation} places={ORGANISATION_PLACES} onGo={onGo} />
      {!isFolded && <Pinned onGo={onGo} />}
      {!isFolded && (
        <Suspense fallback={null}>
          <RecentFold onGo={onGo} />
        </Suspense>
      )}
    </nav>
  )
}

type GroupProps = {
  readonly title?: string
  readonly places: readonly Place[]
  readonly onGo: (() => void) | undefined
}

function Group({ title, places, onGo }: GroupProps) {
  const slug = useSlug()
  const { pathname } = useLocation()
  return (
    <div className={styles.group}>
      {title !== undefined && <h2 className={styles.title}>{title}</h2>}
      <ul className={styles.list}>
        {places.map(({ id, label, glyph: Glyph, path }) => {
          const isHere = pathname.startsWith(path(slug).replace(/\/profile$/, ''))
          return (
            <li key={id}>
              <Link
                to={path(slug)}
                className={styles.link}
                aria-current={isHere ? 'page' : undefined}
                title={label}
                onClick={onGo}
              >
                <Glyph size={15} strokeWidth={1.75} aria-hidden />
                <span className={styles.label}>{label}</span>
                {id === INBOX.id && <UnreadCount />}
              </Link>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
