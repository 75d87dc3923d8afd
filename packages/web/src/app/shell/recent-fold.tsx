import { Clock } from 'lucide-react'
import { KindGlyph, Link } from '../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './navigation.module.css'
import { useRecentPlaces } from './use-recent-places.ts'

type Props = { readonly onGo?: (() => void) | undefined }

const KINDS = ['project', 'process', 'case', 'list'] as const
const OPEN = 'millrace.recent-fold'

/** What was looked at last, folded away until it is wanted. */
export function RecentFold({ onGo }: Props) {
  const places = useRecentPlaces()
  if (places.length === 0) return null
  return (
    <details
      className={styles.recent}
      open={localStorage.getItem(OPEN) === 'yes'}
      onToggle={(event) => localStorage.setItem(OPEN, event.currentTarget.open ? 'yes' : 'no')}
    >
      <summary className={styles.title}>{texts.recent.title}</summary>
      <ul className={styles.list}>
        {places.map(({ id, key, title, to, containerKind }) => {
          const kind = KINDS.find((each) => each === containerKind)
          return (
            <li key={id}>
              <Link to={to} className={styles.link} title={`${key}  ${title}`} onClick={onGo}>
                {kind ? <KindGlyph kind={kind} /> : <Clock size={14} strokeWidth={1.75} aria-hidden />}
                <span className={styles.label}>{title}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
