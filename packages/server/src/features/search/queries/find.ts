import { operations, type SearchResult } from '@millrace/contract'
import {
  excerptOf,
  hitsOf,
  isNearTitle,
  markHits,
  nearHitsOf,
  readQuestion,
  type SearchQuestion,
  similarityFloors,
  textQuery,
  titleQuery,
} from '@millrace/core/search'
import {
  hiddenItems,
  mayInContainers,
  type QueryContext,
  query,
  refuse,
  visibleContainerIds,
} from '../../../platform/commands/index.ts'
import {
  type FoundRow,
  findEntries,
  findSimilarTitles,
  readFound,
  readLabelNames,
  type Wanted,
} from './find-entries.ts'

/** With fewer results somebody may have mistyped. */
const ENOUGH = 5

/** What somebody can see of what they look for. */
export const find = query(operations['search.find'], async (context, input) => {
  const { tx, organisationId, principal } = context
  const { kind = null, containerId = null, limit } = input
  if (containerId !== null && !mayInContainers(principal.access, 'container.read', [containerId]))
    refuse('platform.not_found', { what: 'container' })
  const question = readQuestion(input.words)
  if (!question) return { results: [] }
  const visible = visibleContainerIds(principal.access)
  const hidden = [...hiddenItems(principal.access)]
  const wanted = { organisationId, visible, kind, containerId, hidden, limit }
  const labels = await readLabelNames(tx, organisationId)
  const asked = { title: titleQuery(question), text: textQuery(question, labels), key: question.key }
  const exact = await findEntries(tx, wanted, asked)
  const similar = exact.length < Math.min(ENOUGH, limit) ? await findSimilar(context, wanted, question) : []
  const more = similar.filter((id) => !exact.includes(id)).slice(0, limit - exact.length)
  const found = await readFound(tx, wanted, [...exact, ...more])
  const present = presenterFor(question)
  return {
    results: [
      ...exact.flatMap((id) => present.exact(found.get(id))),
      ...more.flatMap((id) => present.similar(found.get(id))),
    ].toSorted((a, b) => Number(a.isArchived) - Number(b.isArchived)),
  }
})

/** The longest word leads to titles that may be meant, with one slip or else two; then all words have to fit. */
async function findSimilar(
  { tx }: QueryContext,
  wanted: Wanted,
  question: SearchQuestion,
): Promise<readonly string[]> {
  const [word] = question.words.toSorted((a, b) => b.length - a.length)
  if (word === undefined) return []
  for (const floor of similarityFloors(word)) {
    const titles = await findSimilarTitles(tx, wanted, { word, floor })
    const near = titles.filter(({ title }) => isNearTitle(question, title)).map(({ id }) => id)
    if (near.length > 0) return near
  }
  return []
}

function presenterFor(question: SearchQuestion) {
  const hits = { exact: hitsOf(question), similar: nearHitsOf(question) }
  const present = (row: FoundRow | undefined, how: 'exact' | 'similar'): readonly SearchResult[] => {
    if (!row) return []
    return [
      {
        ...{ kind: row.kind, id: row.id, itemId: row.item_id, itemKey: row.item_key },
        ...{ stateGroup: row.state_group, containerId: row.container_id, personId: row.person_id },
        ...{ at: row.at, isArchived: row.is_archived, isSimilar: how === 'similar' },
        title: markHits(row.title, hits[how]),
        excerpt: excerptOf(row.text, hits[how]),
      },
    ]
  }
  return {
    exact: (row: FoundRow | undefined) => present(row, 'exact'),
    similar: (row: FoundRow | undefined) => present(row, 'similar'),
  }
}
