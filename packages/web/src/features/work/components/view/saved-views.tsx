import { Bookmark, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useSearchText, useSetSearch } from '../../../../platform/navigation.ts'
import { newId } from '../../../../platform/new-id.ts'
import { type SavedView, useCommands, useDirectory } from '../../../../platform/store/index.ts'
import { Button, Popover, Switch, TextInput } from '../../../../ui/index.ts'
import { textsContainers } from '../../texts-containers.ts'
import styles from '../container/container.module.css'
import viewStyles from './view.module.css'

type Props = { readonly containerId: string | null }

const KEPT = ['view', 'q', 'group', 'sort', 'cols'] as const

/** Views kept under a name: an address' parameters, for oneself or for everybody. */
export function SavedViews({ containerId }: Props) {
  const [isOpen, setOpen] = useState(false)
  const { views, me } = useDirectory()
  const { run } = useCommands()
  const search = useSearchText()
  const setSearch = useSetSearch()
  const ours = [...views.values()]
    .filter((view) => view.containerId === containerId)
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const settings = Object.fromEntries(KEPT.flatMap((name) => (search[name] ? [[name, search[name]]] : [])))
  const show = (view: SavedView) => {
    const kept: Readonly<Record<string, unknown>> = view.settings
    const text = (name: string) => (typeof kept[name] === 'string' ? kept[name] : undefined)
    setSearch(Object.fromEntries(KEPT.map((name) => [name, text(name)])))
    setOpen(false)
  }
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
          <span className={viewStyles.toolText}>{textsContainers.views}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={textsContainers.keptViews}>
        <div className={styles.views}>
          {ours.map((view) => (
            <div key={view.id} className={styles.viewLine}>
              <button type="button" className={styles.viewButton} onClick={() => show(view)}>
                {view.name}
              </button>
              {view.ownerId === me.personId && (
                <button
                  type="button"
                  className="plain-button"
                  aria-label={textsContainers.forgetView(view.name)}
                  onClick={() => void run('work.removeView', { id: view.id })}
                >
                  <X size={13} aria-hidden />
                </button>
              )}
            </div>
          ))}
          <KeepView
            onKeep={(name, isShared) => {
              void run('work.saveView', { id: newId(), containerId, name, isShared, settings })
              setOpen(false)
            }}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
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
        label={textsContainers.keepView}
        placeholder={textsContainers.viewName}
        size="xs"
        value={name}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={styles.keepEnd}>
        <Switch
          size="xs"
          label={textsContainers.keepForAll}
          checked={isShared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <Button type="submit" size="compact-sm" disabled={name.trim() === ''}>
          {textsContainers.keep}
        </Button>
      </div>
    </form>
  )
}
