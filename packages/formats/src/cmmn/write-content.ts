import type { CaseStageContent, DiscretionaryItem, PlanItem, Sentry } from '@millrace/core/case'
import { writeCriteria, writeSentry } from './write-sentry.ts'
import { writeWork } from './write-work.ts'
import { type Attributes, type CmmnWriting, type PlacedSentry, placeSentries } from './writing.ts'

type Named = { readonly item: PlanItem; readonly definitionId: string }

/** What lies in a stage, in the order of the schema: items, sentries, what may be added, what items refer to. */
export function writeContent(
  writing: CmmnWriting,
  content: CaseStageContent,
  exit: readonly Sentry[] = [],
): void {
  const { items, discretionary } = content
  const all = [...items, ...discretionary.map(({ item }) => item)]
  const sentries = placeSentries(writing, [...all, { entry: [], exit }])
  const named = new Map(
    all.map((item) => [item.id, { item, definitionId: writing.fresh(`${item.id}-definition`) }]),
  )
  for (const item of items) {
    const one = named.get(item.id)
    if (one) writeItem(writing, ['planItem', one, {}], sentries)
  }
  for (const sentry of sentries.values()) writeSentry(writing, sentry)
  const table = (besideId: string | null) =>
    writeTable(
      writing,
      discretionary.filter((one) => one.besideId === besideId),
      { named, sentries },
    )
  table(null)
  for (const one of named.values()) writeDefinition(writing, one, () => table(one.item.id))
  writeCriteria(writing, ['exitCriterion', exit], sentries)
}

function writeItem(
  writing: CmmnWriting,
  [tag, { item, definitionId }, more]: readonly ['planItem' | 'discretionaryItem', Named, Attributes],
  sentries: ReadonlyMap<string, PlacedSentry>,
): void {
  writing.element(tag, { id: item.id, name: item.name || null, definitionRef: definitionId, ...more }, () => {
    if (item.description !== '') writing.xml.leaf('documentation', item.description)
    writeControl(writing, item)
    writeCriteria(writing, ['entryCriterion', item.entry], sentries)
    writeCriteria(writing, ['exitCriterion', item.exit], sentries)
  })
}

const OCCURRENCES: ReadonlySet<PlanItem['kind']> = new Set(['milestone', 'userListener', 'timerListener'])

/** The rule of manual activation is always written: programs differ in what they take a missing one for. */
function writeControl(
  writing: CmmnWriting,
  { kind, repetition, required, manualActivation }: PlanItem,
): void {
  const rules = [
    ['repetitionRule', repetition],
    ['requiredRule', required],
    ['manualActivationRule', OCCURRENCES.has(kind) ? manualActivation : (manualActivation ?? 'false')],
  ] as const
  if (rules.every(([, rule]) => rule === null)) return
  writing.element('itemControl', {}, () => {
    for (const [name, rule] of rules) if (rule !== null) writing.condition(name, rule)
  })
}

function writeTable(
  writing: CmmnWriting,
  entries: readonly DiscretionaryItem[],
  {
    named,
    sentries,
  }: { readonly named: ReadonlyMap<string, Named>; readonly sentries: ReadonlyMap<string, PlacedSentry> },
): void {
  if (entries.length === 0) return
  const rules = entries.map(({ applicability }) =>
    applicability === null ? null : writing.fresh('applicability'),
  )
  writing.element('planningTable', { id: writing.fresh('planningTable') }, () => {
    for (const [place, { item, roles }] of entries.entries()) {
      const one = named.get(item.id)
      if (!one) continue
      const allowed = {
        authorizedRoleRefs: roles.map((role) => writing.roleId(role)).join(' ') || null,
        applicabilityRuleRefs: rules[place] ?? null,
      }
      writeItem(writing, ['discretionaryItem', one, allowed], sentries)
    }
    for (const [place, { applicability }] of entries.entries()) {
      if (applicability === null) continue
      writing.element('applicabilityRule', { id: rules[place] ?? null }, () =>
        writing.xml.leaf('condition', applicability),
      )
    }
  })
}

const TAGS: Readonly<Record<PlanItem['kind'], string>> = {
  stage: 'stage',
  humanTask: 'humanTask',
  processTask: 'processTask',
  caseTask: 'caseTask',
  decisionTask: 'decisionTask',
  task: 'task',
  milestone: 'milestone',
  userListener: 'userEventListener',
  timerListener: 'timerEventListener',
}

function writeDefinition(writing: CmmnWriting, { item, definitionId }: Named, writeTable: () => void): void {
  const { kind, name, isBlocking, content } = item
  const attributes = {
    ...{ id: definitionId, name: name || null },
    isBlocking: isBlocking ? null : 'false',
    autoComplete: content?.autoComplete ? 'true' : null,
  }
  writing.element(TAGS[kind], attributes, () => {
    if (item.work !== null) writeWork(writing, item.work, kind)
    if (content !== null) writeContent(writing, content)
    if (kind === 'humanTask') writeTable()
    if (item.timer !== null) writeTimer(writing, item.timer)
  })
}

function writeTimer(writing: CmmnWriting, { expression, from }: NonNullable<PlanItem['timer']>): void {
  writing.xml.leaf('timerExpression', expression)
  if (from === null) return
  const sourceRef = from.sourceId === writing.model.id ? writing.planModelId : from.sourceId
  writing.element('planItemStartTrigger', { id: writing.fresh('startTrigger'), sourceRef }, () =>
    writing.xml.leaf('standardEvent', from.transition),
  )
}
