import { PanelLeftClose, PanelLeftOpen, Plus, Search } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { createDialog } from '../../platform/dialogs.ts'
import { idle } from '../../platform/idle.ts'
import { Kbd } from '../../ui/index.ts'
import { palette } from '../palette/palette-state.ts'
import { texts } from '../texts.ts'
import { AccountMenu } from './account-menu.tsx'
import { ConnectionMark } from './connection-mark.tsx'
import { Navigation } from './navigation.tsx'
import { OrganisationMenu } from './organisation-menu.tsx'
import styles from './sidebar.module.css'

const RunningTimer = lazy(async () => {
  // What people came for goes first.
  await idle()
  return { default: (await import('../../features/cost/components/running-timer.tsx')).RunningTimer }
})

type Props = { readonly isFolded: boolean; readonly onFold: () => void }

/** The column at the start: where one is, where one can go, and who one is. */
export function Sidebar({ isFolded, onFold }: Props) {
  const Fold = isFolded ? PanelLeftOpen : PanelLeftClose
  return (
    <aside
      data-noprint
      className={styles.sidebar}
      data-folded={isFolded || undefined}
      aria-label={texts.navigation}
    >
      <div className={styles.top}>
        <OrganisationMenu isFolded={isFolded} />
        <button
          type="button"
          className="plain-button"
          aria-label={isFolded ? texts.sidebar.unfold : texts.sidebar.fold}
          title={texts.sidebar.foldHint}
          onClick={onFold}
        >
          <Fold size={15} strokeWidth={1.75} aria-hidden />
        </button>
      </div>
      <div className={styles.tools}>
        <button type="button" className={styles.search} onClick={palette.open}>
          <Search size={14} strokeWidth={1.75} aria-hidden />
          <span className={isFolded ? 'visually-hidden' : styles.label}>{texts.sidebar.search}</span>
          <span className={styles.keys} aria-hidden>
            <Kbd keys="mod+k" />
          </span>
        </button>
        <button
          type="button"
          className={styles.create}
          aria-label={texts.sidebar.create}
          title={texts.sidebar.createHint}
          onClick={createDialog.open}
        >
          <Plus size={15} strokeWidth={2} aria-hidden />
        </button>
      </div>
      <Navigation isFolded={isFolded} />
      <div className={styles.foot}>
        <Suspense fallback={null}>
          <RunningTimer isFolded={isFolded} />
        </Suspense>
        <ConnectionMark isFolded={isFolded} />
        <AccountMenu isFolded={isFolded} />
      </div>
    </aside>
  )
}
