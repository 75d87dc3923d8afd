import type { ImportMapping } from '@millrace/contract'
import type { CustomField, Relation } from '@millrace/core/work'
import type { RunRow } from '../import-run.ts'
import {
  emptyPart,
  type ImportPart,
  type ItemDraft,
  PART_SIZE,
  piecesOf,
  type Reading,
} from '../item-draft.ts'
import { createLabelMatcher } from '../match-labels.ts'
import type { PeopleMatcher } from '../match-people.ts'
import type { Problem } from '../problem-list.ts'
import type { Surroundings } from '../queries/read-surroundings.ts'
import { stableId } from '../stable-id.ts'
import { usualTypeOf } from '../usual-type.ts'
import { draftRow, type RowTools } from './draft-row.ts'
import type { TableRows } from './read-rows.ts'
import { surveyTable, type TableSurvey } from './survey-table.ts'

/** What reading a table for an import needs. */
export type TableSource = {
  readonly run: RunRow
  readonly mapping: ImportMapping
  readonly containerId: string
  readonly surroundings: Surroundings
  readonly people: PeopleMatcher
  /** Begins to read the file from its start. */
  readonly open: () => Promise<TableRows>
  readonly tell: (problem: Problem) => void
}

/** Reads a table once as a whole, and then again row by row whenever its parts are asked for. */
export async function readTable(source: TableSource): Promise<Reading> {
  const { run, mapping, surroundings, people } = source
  const labels = createLabelMatcher(surroundings.labels, (name) => stableId(run, 'label', name))
  const survey = await surveyTable(await source.open(), {
    mapping: mapping.columns,
    ...columnKinds(mapping, surroundings.fields),
    people,
    labels,
    tell: source.tell,
  })
  const fresh = labels.fresh()
  const tools: RowTools = {
    mapping,
    surroundings,
    usualType: usualTypeOf(mapping, surroundings),
    containerId: source.containerId,
    people,
    labels,
    labelIds: new Set([...surroundings.labels, ...fresh].map(({ id }) => id)),
  }
  return {
    preparation: {
      labels: fresh,
      labelsFound: labels.found(),
      placeholders: people.placeholders(),
      calendars: [],
      resources: [],
    },
    parts: () => new TableParts(source, survey, tools).all(),
  }
}

const DAYS = new Set(['startsOn', 'dueOn', 'createdOn', 'finishedOn'])

function columnKinds(mapping: ImportMapping, fields: readonly CustomField[]) {
  const kindOf = (fieldId: string | undefined) => fields.find(({ id }) => id === fieldId)?.kind
  const pick = (isMeant: (field: string, kind: string | undefined) => boolean) =>
    mapping.columns
      .filter(({ field, fieldId }) => isMeant(field, kindOf(fieldId)))
      .map(({ column }) => column)
  return {
    dateColumns: pick((field, kind) => DAYS.has(field) || kind === 'date'),
    numberColumns: pick((field, kind) => field === 'effort' || kind === 'number' || kind === 'money'),
    personColumns: pick(
      (field, kind) => field === 'responsible' || field === 'accountable' || kind === 'person',
    ),
  }
}

/** One walk through the rows of a table, parents before their sub-items. */
class TableParts {
  readonly #source: TableSource
  readonly #survey: TableSurvey
  readonly #tools: RowTools
  /** Titles of items that have sub-items, for the preview; rows that are left out are not in it. */
  readonly #made = new Map<number, string>()
  readonly #isLeftOut: Uint8Array

  constructor(source: TableSource, survey: TableSurvey, tools: RowTools) {
    this.#source = source
    this.#survey = survey
    this.#tools = tools
    this.#isLeftOut = new Uint8Array(survey.lines.length)
    for (const parent of survey.parents) if (parent >= 0) this.#made.set(parent, '')
  }

  async *all(): AsyncGenerator<ImportPart> {
    let batch: ItemDraft[] = []
    for await (const draft of this.#drafts()) {
      batch.push(draft)
      if (batch.length < PART_SIZE) continue
      yield { ...emptyPart, items: batch }
      batch = []
    }
    if (batch.length > 0) yield { ...emptyPart, items: batch }
    for (const relations of piecesOf(this.#relations())) yield { ...emptyPart, relations }
  }

  async *#drafts(): AsyncGenerator<ItemDraft> {
    const later: { readonly index: number; readonly line: number; readonly cells: readonly string[] }[] = []
    let index = 0
    const table = await this.#source.open()
    for await (const rows of table.pieces) {
      for (const row of rows) {
        const at = index++
        if ((this.#survey.waves[at] ?? 0) > 0) later.push({ ...row, index: at })
        else yield* this.#draft(at, row)
      }
    }
    const { waves } = this.#survey
    later.sort((a, b) => (waves[a.index] ?? 0) - (waves[b.index] ?? 0) || a.index - b.index)
    for (const row of later) yield* this.#draft(row.index, row)
  }

  *#draft(
    index: number,
    { line, cells }: { readonly line: number; readonly cells: readonly string[] },
  ): Generator<ItemDraft> {
    const { tell } = this.#source
    const row = { line, cells, survey: this.#survey, tell }
    const parent = this.#parentOf(index, line)
    const place = {
      itemId: this.#itemId(index),
      parent: parent < 0 ? null : { itemId: this.#itemId(parent), title: this.#made.get(parent) ?? '' },
    }
    const draft = draftRow(row, place, this.#tools)
    if (!draft) {
      this.#isLeftOut[index] = 1
      return
    }
    if (this.#made.has(index)) this.#made.set(index, draft.item.title)
    yield draft
  }

  /** The nearest row above that becomes an item, or -1. */
  #parentOf(index: number, line: number): number {
    const wanted = this.#survey.parents[index] ?? -1
    let parent = wanted
    while (parent >= 0 && this.#isLeftOut[parent]) parent = this.#survey.parents[parent] ?? -1
    if (parent !== wanted) this.#source.tell({ code: 'import.parent_left_out', severity: 'warning', line })
    return parent
  }

  #relations(): readonly Relation[] {
    const { links, lines } = this.#survey
    return links.flatMap((link): readonly Relation[] => {
      const gone = [link.from, link.to].find((row) => this.#isLeftOut[row])
      if (gone !== undefined) {
        const params = { line: lines[gone] ?? 0 }
        const line = lines[gone === link.from ? link.to : link.from] ?? null
        this.#source.tell({ code: 'import.relation_left_out', severity: 'warning', line, params })
        return []
      }
      return [
        {
          id: stableId(this.#source.run, 'relation', `${link.from} ${link.to} ${link.linkType}`),
          fromId: this.#itemId(link.from),
          toId: this.#itemId(link.to),
          kind: 'precedes',
          linkType: link.linkType,
          lag: link.lag,
          lagUnit: link.lagUnit,
        },
      ]
    })
  }

  #itemId(index: number): string {
    return stableId(this.#source.run, 'item', index)
  }
}
