import type { NotificationView } from '@millrace/contract'

/** How a line calls what it is about: by the key of its item, or by the number of its instance and its title. */
export function lineName({ about, title }: Pick<NotificationView, 'about' | 'title'>): string {
  return about.kind === 'item' ? about.key : `#${String(about.number)} ${title}`
}

/** The item a line is about; null: it is about an instance. */
export function itemOf({ about }: Pick<NotificationView, 'about'>) {
  return about.kind === 'item' ? about : null
}
