export type { Opening } from '../../../../../core/src/calendar/index.ts'
