export type { Instant } from './time.ts'
