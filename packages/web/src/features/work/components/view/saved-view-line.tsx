import { changeView, mayForgetView, type ViewEditor } from '@millrace/core/work'
import { Ellipsis, House, Lock } from 'lucide-react'
import { useState } from 'react'
import { type SavedView, useCommands, useDirectory } from '../../../../platform/store/index.ts'
import { Menu, TextInput } from '../../../../ui/index.ts'
import type { ViewSearch } from '../../model/view-settings.ts'
import { textsContainers as words } from '../../texts-containers.ts'
import { FavouriteButton } from '../favourites/favourite-button.tsx'
import styles from './saved-views.module.css'

type Props = {
  readonly view: SavedView
  readonly isOpen: boolean
  /** The person who looks. */
  readonly me: string
  /** How items are shown now. */
  readonly present: ViewSearch
  readonly onShow: () => void
}

type Patch = { readonly [Name in 'isShared' | 'isLocked' | 'isDefault']?: boolean }

/** One kept view: its name, and what can be done with it by whom. */
export function SavedViewLine({ view, isOpen, me, present, onShow }: Props) {
  const [isNaming, setNaming] = useState(false)
  const { run } = useCommands()
  const editor = useViewEditor(view.containerId, me)
  const may = (change: Patch) => changeView(view, change, editor).ok
  const change = (patch: Patch) => void run('work.changeView', { id: view.id, patch })
  if (isNaming) return <Rename view={view} onEnd={() => setNaming(false)} />
  return (
    <div className={styles.line}>
      <button type="button" className={styles.name} aria-current={isOpen || undefined} onClick={onShow}>
        <span className={styles.clip}>{view.name}</span>
        {view.isDefault && <House size={13} strokeWidth={1.75} role="img" aria-label={words.viewDefault} />}
        {view.isShared && view.isLocked && (
          <Lock size={12} strokeWidth={1.75} role="img" aria-label={words.viewLocked} />
        )}
      </button>
      <FavouriteButton kind="view" targetId={view.id} name={view.name} isKeyed={false} />
      {may({}) && (
        <Menu position="bottom-end" withinPortal={false}>
          <Menu.Target>
            <button type="button" className="plain-button" aria-label={words.viewMenu(view.name)}>
              <Ellipsis size={14} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              onClick={() => void run('work.changeView', { id: view.id, patch: { settings: present } })}
            >
              {words.updateView}
            </Menu.Item>
            <Menu.Item onClick={() => setNaming(true)}>{words.renameView}</Menu.Item>
            {may({ isDefault: !view.isDefault }) && (
              <Menu.Item onClick={() => change({ isDefault: !view.isDefault })}>
                {view.isDefault
                  ? words.openNoMore
                  : view.isShared
                    ? words.openWithForAll
                    : words.openWithForMe}
              </Menu.Item>
            )}
            {view.isShared && may({ isLocked: !view.isLocked }) && (
              <Menu.Item onClick={() => change({ isLocked: !view.isLocked })}>
                {view.isLocked ? words.unlockView : words.lockView}
              </Menu.Item>
            )}
            {view.ownerId === me && may({ isShared: !view.isShared, isDefault: false }) && (
              <Menu.Item onClick={() => change({ isShared: !view.isShared, isDefault: false })}>
                {view.isShared ? words.unshareView : words.shareView}
              </Menu.Item>
            )}
            {mayForgetView(view, editor) && (
              <Menu.Item color="red" onClick={() => void run('work.removeView', { id: view.id })}>
                {words.forgetView(view.name)}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}

function Rename({ view, onEnd }: { readonly view: SavedView; readonly onEnd: () => void }) {
  const { run } = useCommands()
  const [name, setName] = useState(view.name)
  const end = () => {
    if (name.trim() !== '' && name.trim() !== view.name)
      void run('work.changeView', { id: view.id, patch: { name: name.trim() } })
    onEnd()
  }
  return (
    <TextInput
      size="xs"
      aria-label={words.viewName}
      value={name}
      data-autofocus
      ref={(input) => input?.focus()}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={end}
      onKeyDown={(event) => {
        if (event.key === 'Enter') end()
        if (event.key === 'Escape') onEnd()
        if (event.key === 'Enter' || event.key === 'Escape') event.stopPropagation()
      }}
    />
  )
}

/** What the person may do where a view is kept; for views over everything, in the organisation. */
function useViewEditor(containerId: string | null, personId: string): ViewEditor {
  const { containers, me } = useDirectory()
  const role = containerId === null ? null : containers.get(containerId)?.myRole
  const isAdmin = me.orgRole === 'owner' || me.orgRole === 'admin'
  return {
    personId,
    isContributor: role === null ? me.orgRole !== 'guest' : role === 'contributor' || role === 'manager',
    isManager: role === null ? isAdmin : role === 'manager',
  }
}
