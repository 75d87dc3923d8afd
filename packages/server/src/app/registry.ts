import { caseCommands, caseQueries, caseReactions, caseTopics } from '../features/case/index.ts'
import { costCommands, costQueries, costReactions, costTopics } from '../features/cost/index.ts'
import {
  discussionCommands,
  discussionQueries,
  discussionReactions,
  discussionTopics,
} from '../features/discussion/index.ts'
import {
  exchangeCommands,
  exchangeDownloads,
  exchangeQueries,
  exchangeTopics,
} from '../features/exchange/index.ts'
import { filesCommands, filesQueries, filesReactions, filesTopics } from '../features/files/index.ts'
import {
  createVault,
  identityCommands,
  identityDownloads,
  identityQueries,
  identityTopics,
} from '../features/identity/index.ts'
import { notifyCommands, notifyQueries, notifyReactions, notifyTopics } from '../features/notify/index.ts'
import {
  practiceCommands,
  practiceQueries,
  practiceReactions,
  practiceTopics,
} from '../features/practice/index.ts'
import {
  createModelQueries,
  processCommands,
  processQueries,
  processReactions,
  processTopics,
} from '../features/process/index.ts'
import {
  scheduleCommands,
  scheduleQueries,
  scheduleReactions,
  scheduleTopics,
} from '../features/schedule/index.ts'
import { searchQueries, searchReactions } from '../features/search/index.ts'
import { tellPresence, workCommands, workQueries, workReactions, workTopics } from '../features/work/index.ts'
import { createRegistry, type Download, type Registry } from '../platform/commands/index.ts'
import type { OutgoingSettings } from '../platform/outgoing/index.ts'
import { createPresence, type Topic } from '../platform/realtime/index.ts'
import { bootstrap } from './bootstrap.ts'

const NOWHERE: Pick<OutgoingSettings, 'origins'> = { origins: [] }

/** Everything the features offer, put together. */
export function composeRegistry({
  canMail = false,
  vault = createVault(null),
  presence = createPresence(),
  outgoing = NOWHERE,
} = {}): Registry {
  return createRegistry(
    [
      ...workCommands,
      ...identityCommands({ canMail, vault }),
      ...processCommands,
      ...caseCommands,
      ...practiceCommands,
      ...scheduleCommands,
      ...discussionCommands,
      ...filesCommands,
      ...notifyCommands,
      ...exchangeCommands,
      ...costCommands,
    ],
    [
      ...workQueries,
      tellPresence(presence),
      ...identityQueries,
      ...processQueries,
      ...createModelQueries(outgoing),
      ...caseQueries,
      ...practiceQueries,
      ...scheduleQueries,
      ...discussionQueries,
      ...filesQueries,
      ...notifyQueries,
      ...exchangeQueries,
      ...searchQueries,
      ...costQueries,
      bootstrap,
    ],
    // Last, when it is clear what has become of things.
    [
      ...workReactions,
      ...processReactions,
      ...caseReactions,
      ...practiceReactions,
      ...scheduleReactions,
      ...discussionReactions,
      ...filesReactions,
      ...costReactions,
      ...searchReactions,
      ...notifyReactions,
    ],
  )
}

/** Every file that the features make when it is asked for. */
export const downloads: readonly Download[] = [...exchangeDownloads, ...identityDownloads]

/** Everything the features show on the change stream. */
export const topics: readonly Topic[] = [
  ...workTopics,
  ...identityTopics,
  ...processTopics,
  ...caseTopics,
  ...practiceTopics,
  ...scheduleTopics,
  ...discussionTopics,
  ...filesTopics,
  ...notifyTopics,
  ...exchangeTopics,
  ...costTopics,
]
