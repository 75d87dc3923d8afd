import { type FormEvent, useState } from 'react'
import { useSearchText, useSetSearch } from '../../../../platform/navigation.ts'
import { newId } from '../../../../platform/new-id.ts'
import { type SavedView, useCommands, useDirectory } from '../../../../platform/store/index.ts'
import { Button, Switch, TextInput } from '../../../../ui/index.ts'
import { OPEN_VIEW, searchOfView, type ViewSearch } from '../../model/view-settings.ts'
import { textsContainers as words } from '../../texts-containers.ts'
import { SavedViewLine } from './saved-view-line.tsx'
import styles from './saved-views.module.css'

type Props = {
  readonly containerId: string | null
  readonly views: readonly SavedView[]
  /** How items are shown now. */
  readonly present: ViewSearch
  /** Whether that is something else than the open view says. */
  readonly isChanged: boolean
  readonly onDone: () => void
}

/** The kept views to choose from, and the way to keep one more. */
export function KeptViews({ containerId, views, present, isChanged, onDone }: Props) {
  const { me } = useDirectory()
  const { run } = useCommands()
  const { [OPEN_VIEW]: openId } = useSearchText()
  const setSearch = useSetSearch()
  const open = views.find(({ id }) => id === openId)
  const show = (view: SavedView) => {
    setSearch({ ...searchOfView(view.settings), [OPEN_VIEW]: view.id })
    onDone()
  }
  const groups = [
    { title: words.viewForMe, views: views.filter((view) => !view.isShared) },
    { title: words.viewForAll, views: views.filter((view) => view.isShared) },
  ].filter((group) => group.views.length > 0)
  return (
    <div className={styles.views}>
      {views.length === 0 && <p className={styles.none}>{words.noViews}</p>}
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
            onDone()
          }}
        >
          {words.updateViewOf(open.name)}
        </Button>
      )}
      <KeepView
        onKeep={(name, isShared) => {
          const id = newId()
          void run('work.saveView', { id, containerId, name, isShared, settings: present })
          setSearch({ [OPEN_VIEW]: id }, 'replace')
          onDone()
        }}
      />
    </div>
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
