import { Bookmark } from 'lucide-react'
import { useMemo } from 'react'
import { useSlug } from '../../platform/navigation.ts'
import { type SavedView, useDirectory } from '../../platform/store/index.ts'
import { Link } from '../../ui/index.ts'
import { texts } from '../texts.ts'
import { keptViewLink } from './kept-view-link.ts'
import styles from './navigation.module.css'

type Props = { readonly onGo?: (() => void) | undefined }

/** Views that were kept under a name: one's own first, then those shared by others. */
export function Pinned({ onGo }: Props) {
  const slug = useSlug()
  const { views, containers, me } = useDirectory()
  const kept = useMemo(() => {
    const rank = (view: SavedView) => (view.ownerId === me.personId ? 0 : 1)
    return [...views.values()].toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
  }, [views, me])
  if (kept.length === 0) return null
  return (
    <div className={styles.group}>
      <h2 className={styles.title}>{texts.places.views}</h2>
      <ul className={styles.list}>
        {kept.map((view) => (
          <li key={view.id}>
            <Link {...keptViewLink(view, { slug, containers })} className={styles.link} onClick={onGo}>
              <Bookmark size={15} strokeWidth={1.75} aria-hidden />
              <span className={styles.label}>{view.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
