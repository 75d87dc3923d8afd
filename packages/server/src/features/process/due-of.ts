import type { ProcessWorld } from '@millrace/core/process'

/** When timers go off, seen from a moment and a time zone. */
export function dueOf(_now: number, _zone: string): ProcessWorld['dueOf'] {
  return () => ({ ok: false, fault: 'process.timer_not_read' })
}
