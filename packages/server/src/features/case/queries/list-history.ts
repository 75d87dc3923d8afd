import { type CaseHistoryEntryView, operations } from '@millrace/contract'
import { type CaseEntry, type CaseStanding, namesOf, sayCause, standingEntries } from '@millrace/core/case'
import { query, refuse } from '../../../platform/commands/index.ts'
import { readHistoryPage } from './find-plans.ts'
import { demandCase, readCase } from './get-plan.ts'

/** What was said to a case, the newest first. */
export const listHistory = query(operations['case.listHistory'], async (context, input) => {
  const { tx, organisationId } = context
  const info = await demandCase(context, input.containerId)
  const below = belowOf(input.cursor)
  const of = { caseId: info.id, below, limit: input.limit }
  const [held, rows] = await Promise.all([readCase(context, info), readHistoryPage(tx, organisationId, of)])
  const last = rows.length === input.limit ? rows.at(-1) : undefined
  const kept = new Set(standingEntries(rows.toReversed()))
  const standing = held?.standing ?? null
  return {
    entries:
      standing === null
        ? []
        : rows.map((row) => presentEntry(standing, row, { isTakenBack: !kept.has(row) })),
    next: last && last.seq > 1 ? String(last.seq) : null,
  }
})

function belowOf(cursor: string | undefined): number | null {
  if (cursor === undefined) return null
  const below = Number(cursor)
  return Number.isInteger(below) && below > 0 && below < 2 ** 31 ? below : refuse('platform.cursor_wrong')
}

function presentEntry(
  { model, state }: CaseStanding,
  { seq, at, actor, command, happened }: CaseEntry & { readonly seq: number },
  { isTakenBack }: { readonly isTakenBack: boolean },
): CaseHistoryEntryView {
  const names = namesOf(model)
  const about = aboutOf(command, state)
  return {
    ...{ seq, at, personId: 'personId' in actor ? actor.personId : null, act: command.kind, isTakenBack },
    ...{ planItemId: about, name: about === null ? '' : (names.items.get(about)?.name ?? about) },
    happened: happened.flatMap((one) => {
      if (one.kind !== 'item') return []
      const item = names.items.get(one.defId)
      // The copy has lost that nobody changes it, which an answer does not say of itself.
      const cause = structuredClone(
        sayCause(one.cause, item ? [...item.entry, ...item.exit] : model.exit, names),
      ) as CauseView
      return [
        {
          ...{ planItemId: one.defId, name: item?.name ?? one.defId, kind: item?.kind ?? null },
          ...{ transition: one.transition, cause },
        },
      ]
    }),
  }
}

type CauseView = CaseHistoryEntryView['happened'][number]['cause']

/** The item of the plan that it was said to. */
function aboutOf(command: CaseEntry['command'], state: CaseStanding['state']): string | null {
  if (command.kind === 'plan') return command.defId
  if (command.kind === 'edit') {
    const { edit } = command
    if (edit.kind === 'use') return null
    if ('planItemId' in edit) return edit.planItemId
    return 'offer' in edit ? edit.offer.item.id : edit.item.id
  }
  if (!('itemId' in command)) return null
  return state.items.find(({ id }) => id === command.itemId)?.defId ?? null
}
