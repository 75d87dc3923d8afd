import { Bookmark } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useSearchText, useSetSearch } from '../../../../platform/navigation.ts'
import { newId } from '../../../../platform/new-id.ts'
import { type SavedView, useCommands, useDirectory } from '../../../../platform/store/index.ts'
import { Button, Popover, Switch, TextInput } from '../../../../ui/index.ts'
import {
  keepViewSettings,
  readViewSettings,
  searchOfView,
  type ViewSettings,
} from '../../model/view-settings.ts'
import { textsContainers as words } from '../../texts-containers.ts'
import { SavedViewLine } from './saved-view-line.tsx'
import styles from './saved-views.module.css'
import viewStyles from './view.module.css'

type Props = { readonly containerId: string | null; readonly settings: ViewSettings }

/** Under this name the address says which kept view is open. */
const OPEN = 'kept'

/** Views kept under a name: how items are shown, for oneself or for everybody. */
export function SavedViews({ containerId, settings }: Props) {
  const [isOpen, setOpen] = useState(false)
  const { views, me } = useDirectory()
  const { run } = useCommands()
  const { [OPEN]: openId } = useSearchText()
  const setSearch = useSetSearch()
  const ours = [...views.values()]
    .filter((view) => view.containerId === containerId)
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const open = ours.find(({ id }) => id === openId)
  const present = keepViewSettings(settings)
  const isChanged =
    open !== undefined && !isAlike(keepViewSettings(readViewSettings(searchOfView(open.settings))), present)
  const show = (view: SavedView) => {
    setSearch({ ...searchOfView(view.settings), [OPEN]: view.id })
    setOpen(false)
  }
  const groups = [
    { title: words.viewForMe, views: ours.filter((view) => !view.isShared) },
    { title: words.viewForAll, views: ours.filter((view) => view.isShared) },
  ].filter((group) => group.views.length > 0)
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
        <div className={styles.views}>
          {ours.length === 0 && <p className={styles.none}>{words.noViews}</p>}
          {groups.map(({ title, views: some }) => (
            <section key={title} aria-label={title}>
              <h3 className={styles.title}>{title}</h3>
              {some.map((view) => (
                <SavedViewLine
                  key={view.id}
                  view={view}
                  isOpen={view.id === openId}
                  me={me.personId}
                  present={present}
                  onShow={() => show(view)}
                />
              ))}
            </section>
          ))}
          {open && isChanged && (
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => {
                void run('work.changeView', { id: open.id, patch: { settings: present } })
                setOpen(false)
              }}
            >
              {words.updateViewOf(open.name)}
            </Button>
          )}
          <KeepView
            onKeep={(name, isShared) => {
              const id = newId()
              void run('work.saveView', { id, containerId, name, isShared, settings: present })
              setSearch({ [OPEN]: id }, 'replace')
              setOpen(false)
            }}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function isAlike(kept: object, present: object): boolean {
  const text = (settings: object) =>
    JSON.stringify(Object.entries(settings).filter(([, value]) => value !== undefined && value !== ''))
  return text(kept) === text(present)
}

type KeepProps = { readonly onKeep: (name: string, isShared: boolean) => void }

function KeepView({ onKeep }: KeepProps) {
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onKeep(name.trim(), isShared)
  }
  return (
    <form className={styles.keep} onSubmit={handleSubmit}>
      <TextInput
        label={words.keepView}
        placeholder={words.viewName}
        size="xs"
        value={name}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={styles.keepEnd}>
        <Switch
          size="xs"
          label={words.keepForAll}
          checked={isShared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <Button type="submit" size="compact-sm" disabled={name.trim() === ''}>
          {words.keep}
        </Button>
      </div>
    </form>
  )
}
