import { Bookmark } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useSearchText } from '../../../../platform/navigation.ts'
import { useDirectory } from '../../../../platform/store/index.ts'
import { Popover, Skeleton } from '../../../../ui/index.ts'
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

const KeptViews = lazy(async () => ({ default: (await import('./kept-views.tsx')).KeptViews }))

type Props = { readonly containerId: string | null; readonly settings: ViewSettings }

/** Views kept under a name: how items are shown, for oneself or for everybody. */
export function SavedViews({ containerId, settings }: Props) {
  const [isOpen, setOpen] = useState(false)
  const { views } = useDirectory()
  const { [OPEN_VIEW]: openId } = useSearchText()
  const ours = [...views.values()]
    .filter((view) => view.containerId === containerId)
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const open = ours.find(({ id }) => id === openId)
  const present = keepViewSettings(settings)
  const isChanged =
    open !== undefined && !isAlike(keepViewSettings(readViewSettings(searchOfView(open.settings))), present)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={viewStyles.tool}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Bookmark size={14} strokeWidth={1.75} aria-hidden />
          <span className={viewStyles.toolText}>{open?.name ?? words.views}</span>
          {open && <span className="visually-hidden"> {words.views}</span>}
          {isChanged && <span className={styles.changed}>{words.viewChanged}</span>}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={words.keptViews}>
        <Suspense fallback={<Skeleton rows={2} />}>
          <KeptViews
            containerId={containerId}
            views={ours}
            present={present}
            isChanged={isChanged}
            onDone={() => setOpen(false)}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

function isAlike(kept: object, present: object): boolean {
  const text = (settings: object) =>
    JSON.stringify(Object.entries(settings).filter(([, value]) => value !== undefined && value !== ''))
  return text(kept) === text(present)
}
