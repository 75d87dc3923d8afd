export type { Opening } from '@millrace/core/calendar/opening.ts'
