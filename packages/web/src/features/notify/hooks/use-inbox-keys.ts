import type { NotificationView } from '@millrace/contract'
import { useState } from 'react'
import { useKeys } from '../../../platform/use-keys.ts'
import type { RowMenu } from '../components/inbox-row.tsx'
import { texts } from '../texts.ts'
import type { Inbox } from './use-inbox.ts'

/** The line that keys act upon, and the menu that is open at one. */
export type InboxCursor = {
  readonly id: string | null
  readonly menu: { readonly id: string; readonly kind: RowMenu } | null
  readonly set: (id: string) => void
  readonly setMenu: (id: string, kind: RowMenu) => void
  /** Does something that takes a line away; the cursor goes on to the next. */
  readonly leave: (line: NotificationView, work: (line: NotificationView) => unknown) => void
}

/** Lets the keyboard go through the inbox: the cursor is the line that has the focus, or had it last. */
export function useInboxKeys(
  inbox: Pick<Inbox, 'markRead' | 'markUnread'> & { readonly lines: readonly NotificationView[] },
  onOpen: (line: NotificationView) => void,
): InboxCursor {
  const { lines } = inbox
  const [id, set] = useState<string | null>(null)
  const [menu, setMenu] = useState<InboxCursor['menu']>(null)
  const at = lines.findIndex((line) => line.id === id)
  const current = lines[Math.max(at, 0)]

  const goTo = (line: NotificationView | undefined) => {
    if (!line) return
    set(line.id)
    requestAnimationFrame(() => rowOf(line.id)?.querySelector('button')?.focus())
  }
  const leave: InboxCursor['leave'] = (line, work) => {
    const place = lines.findIndex((each) => each.id === line.id)
    goTo(lines[place + 1] ?? lines[place - 1])
    void work(line)
  }
  const command = (name: keyof typeof texts.keys, keys: string, run: (line: NotificationView) => void) => ({
    id: `inbox.${name}`,
    keys,
    label: texts.keys[name],
    group: texts.keys.group,
    isOn: () => current !== undefined,
    run: () => {
      if (current) run(current)
    },
  })
  const isAtRest = () => document.activeElement === document.body && current !== undefined
  useKeys([
    { ...command('next', 'j', () => goTo(at < 0 ? lines[0] : lines[at + 1])), isHidden: true },
    { ...command('previous', 'k', () => goTo(lines[Math.max(at - 1, 0)])), isHidden: true },
    { ...command('open', 'Enter', onOpen), isOn: isAtRest, isHidden: true },
    command('done', 'e', (line) => leave(line, inbox.markRead)),
    command('unread', 'u', (line) => void inbox.markUnread(line)),
    command('snooze', 'h', (line) => press(line, 'later')),
    command('mute', 'm', (line) => press(line, 'why')),
    command('unfold', 'x', (line) => press(line, 'unfold')),
  ])
  return { id: current?.id ?? null, menu, set, leave, setMenu: (of, kind) => setMenu({ id: of, kind }) }
}

/** A key does what the button of the line does, once the key has been dealt with: a menu takes it for a step outside. */
function press(line: NotificationView, button: 'later' | 'why' | 'unfold'): void {
  requestAnimationFrame(() => {
    const found = rowOf(line.id)?.querySelector<HTMLButtonElement>(`[data-button="${button}"]`)
    found?.focus()
    found?.click()
  })
}

function rowOf(id: string): Element | null {
  return document.querySelector(`[data-line="${id}"]`)
}
