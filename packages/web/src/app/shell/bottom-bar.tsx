import { useLocation } from '@tanstack/react-router'
import { CircleUser, Inbox, Menu as MenuGlyph, Plus, Search } from 'lucide-react'
import { Suspense, useState } from 'react'
import { createDialog } from '../../platform/dialogs.ts'
import { lazyPart } from '../../platform/lazy-part.ts'
import { paths, useSlug } from '../../platform/navigation.ts'
import { Link } from '../../ui/index.ts'
import { palette } from '../palette/palette-state.ts'
import { texts } from '../texts.ts'
import styles from './bottom-bar.module.css'
import { UnreadCount } from './unread-count.tsx'

export const PlacesDrawer = lazyPart(async () => (await import('./places-drawer.tsx')).PlacesDrawer)

/** Navigation on narrow screens: five things in reach of the thumb, the rest behind Menu. */
export function BottomBar() {
  const slug = useSlug()
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)
  const [isReached, setReached] = useState(false)
  const open = () => {
    setReached(true)
    setOpen(true)
  }
  const here = (path: string) => (pathname.startsWith(path) ? 'page' : undefined)
  return (
    <>
      <nav data-noprint className={styles.bar} aria-label={texts.places.title}>
        <Link to={paths.inbox(slug)} className={styles.entry} aria-current={here(paths.inbox(slug))}>
          <Inbox size={18} strokeWidth={1.75} aria-hidden />
          {texts.places.inbox}
          <UnreadCount />
        </Link>
        <Link to={paths.my(slug)} className={styles.entry} aria-current={here(paths.my(slug))}>
          <CircleUser size={18} strokeWidth={1.75} aria-hidden />
          {texts.places.my}
        </Link>
        <button type="button" className={styles.entry} onClick={createDialog.open}>
          <Plus size={18} strokeWidth={1.75} aria-hidden />
          {texts.bottomBar.create}
        </button>
        <button type="button" className={styles.entry} onClick={palette.open}>
          <Search size={18} strokeWidth={1.75} aria-hidden />
          {texts.bottomBar.search}
        </button>
        <button type="button" className={styles.entry} onClick={open} aria-expanded={isOpen}>
          <MenuGlyph size={18} strokeWidth={1.75} aria-hidden />
          {texts.bottomBar.menu}
        </button>
      </nav>
      <Suspense fallback={null}>
        {isReached && <PlacesDrawer isOpen={isOpen} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  )
}
