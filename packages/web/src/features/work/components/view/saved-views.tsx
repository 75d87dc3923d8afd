import { Bookmark } from 'lucide-react'
import { Suspense, startTransition, useState } from 'react'
import { lazyPart } from '../../../../platform/lazy-part.ts'
import { useSearchText } from '../../../../platform/navigation.ts'
import { useDirectory } from '../../../../platform/store/index.ts'
import {
  keepViewSettings,
  OPEN_VIEW,
  readViewSettings,
  searchOfView,
  type ViewSettings,
} from '../../model/view-settings.ts'
import { textsContainers as words } from '../../texts-containers.ts'
import styles from './saved-views.module.css'
import viewStyles from './view.module.css'

const ViewsPane = lazyPart(async () => (await import('./views-pane.tsx')).ViewsPane)

type Props = { readonly containerId: string | null; readonly settings: ViewSettings }

/** Views kept under a name: how items are shown, for oneself or for everybody. */
export function SavedViews({ containerId, settings }: Props) {
  const [isReached, setReached] = useState(false)
  const { views } = useDirectory()
  const { [OPEN_VIEW]: openId } = useSearchText()
  const ours = [...views.values()]
    .filter((view) => view.containerId === containerId)
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const open = ours.find(({ id }) => id === openId)
  const present = keepViewSettings(settings)
  const isChanged =
    open !== undefined && !isAlike(keepViewSettings(readViewSettings(searchOfView(open.settings))), present)
  const button = (
    <button
      type="button"
      className={viewStyles.tool}
      aria-haspopup="dialog"
      aria-expanded={false}
      onClick={() => startTransition(() => setReached(true))}
    >
      <Bookmark size={14} strokeWidth={1.75} aria-hidden />
      <span className={viewStyles.toolText}>{open?.name ?? words.views}</span>
      {open && <span className="visually-hidden"> {words.views}</span>}
      {isChanged && <span className={styles.changed}>{words.viewChanged}</span>}
    </button>
  )
  if (!isReached) return button
  return (
    <Suspense fallback={button}>
      <ViewsPane
        target={button}
        containerId={containerId}
        views={ours}
        present={present}
        isChanged={isChanged}
      />
    </Suspense>
  )
}

function isAlike(kept: object, present: object): boolean {
  const text = (settings: object) =>
    JSON.stringify(Object.entries(settings).filter(([, value]) => value !== undefined && value !== ''))
  return text(kept) === text(present)
}
