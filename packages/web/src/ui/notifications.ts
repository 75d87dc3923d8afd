import { notifications as kit } from '@mantine/notifications'
import type { ReactNode } from 'react'

type Notice = {
  readonly id?: string
  readonly title?: ReactNode
  readonly message: ReactNode
  /** `info` goes by itself, `problem` stays until it is closed. */
  readonly kind?: 'info' | 'problem'
  /** `open`: until it is hidden or closed. */
  readonly durationMs?: number | 'open'
}

const DURATION_MS = 5_000

/** Short notices at the foot of the window, read out politely. */
export const notifications = {
  show({ id, title, message, kind = 'info', durationMs }: Notice): string {
    return kit.show({
      ...(id === undefined ? {} : { id }),
      title,
      message,
      color: kind === 'problem' ? 'red' : 'accent',
      autoClose: durationMs === 'open' ? false : (durationMs ?? (kind === 'problem' ? false : DURATION_MS)),
      withBorder: false,
      closeButtonProps: { 'aria-label': 'Close' },
      role: kind === 'problem' ? 'alert' : 'status',
    })
  },
  hide(id: string): void {
    kit.hide(id)
  },
}
