import type { Command, Query } from '../../platform/commands/index.ts'
import { changeTime, removeTime, stopTimer } from './commands/change-time.ts'
import { addTime, startTimer } from './commands/spend-time.ts'
import { getEarnedValue } from './queries/get-earned-value.ts'
import { listEarnedValue } from './queries/list-earned-value.ts'
import { getTimer, listItemTime, listMyTime } from './queries/list-time.ts'

/** Everything that can be done about time and cost. */
export const costCommands: readonly Command[] = [startTimer, stopTimer, addTime, changeTime, removeTime]

/** Everything that can be asked about them. */
export const costQueries: readonly Query[] = [
  getEarnedValue,
  listEarnedValue,
  listItemTime,
  listMyTime,
  getTimer,
]

export { forgetTime } from './forget-time.ts'
export { costReactions } from './reactions.ts'
export { costTopics } from './topics.ts'
