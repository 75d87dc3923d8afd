import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useDirectory } from '../../platform/store/index.ts'
import { TimeZoneProvider, useMediaQuery } from '../../ui/index.ts'
import { CreateHost } from '../create/create-host.tsx'
import { PaletteHost } from '../palette/palette-host.tsx'
import { prefetchParts } from '../prefetch.ts'
import { texts } from '../texts.ts'
import { BottomBar } from './bottom-bar.tsx'
import { GlobalKeys } from './global-keys.tsx'
import { NewVersionNotice } from './new-version-notice.tsx'
import { PeekPane } from './peek-pane.tsx'
import styles from './shell.module.css'
import { Sidebar } from './sidebar.tsx'
import { SignedOutNotice } from './signed-out-notice.tsx'
import { StoreNotices } from './store-notices.tsx'
import { useFolded } from './use-folded.ts'
import { WindowTitle } from './window-title.tsx'

/** Everything around the pages of an organisation: navigation, peek pane, palette, dialogs and notices. */
export function Shell() {
  const isNarrow = useMediaQuery('(max-width: 700px)') ?? false
  const folded = useFolded()
  const { timeZone } = useDirectory().organisation
  useEffect(() => void prefetchParts(), [])
  return (
    <TimeZoneProvider value={timeZone}>
      <div className={styles.shell} data-folded={folded.isFolded || undefined}>
        {/* First, so that a page may give the same key a narrower meaning, such as a new item on a day. */}
        <GlobalKeys onFold={folded.toggle} />
        <a className={styles.skip} href="#page">
          {texts.skip}
        </a>
        {!isNarrow && <Sidebar isFolded={folded.isFolded} onFold={folded.toggle} />}
        <main id="page" className={styles.page} tabIndex={-1}>
          <SignedOutNotice />
          <NewVersionNotice />
          <div className={styles.outlet}>
            <Outlet />
          </div>
        </main>
        <PeekPane />
        {isNarrow && <BottomBar />}
        <CreateHost />
        <PaletteHost />
        <StoreNotices />
        <WindowTitle />
      </div>
    </TimeZoneProvider>
  )
}
