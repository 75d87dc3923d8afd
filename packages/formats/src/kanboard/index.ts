export type { KanboardOptions } from './kanboard-options.ts'
export { isKanboardAnswer, isKanboardTable, readKanboard } from './read-kanboard.ts'
