import { STAGES } from './case-scripts.ts'
import type { Stage } from './stage.ts'

/** What may be added in a stage by whoever works on the case, and when that is offered. */
type Offer = { readonly id: string; readonly name: string; readonly applicability?: string }
type Template = {
  readonly name: string
  readonly description: string
  readonly milestone: string
  readonly offers: Readonly<Record<string, readonly Offer[]>>
}

const DESIGN: Template = {
  name: 'Design decision',
  description: 'From a question about how something is built to a decision that everybody concerned knows.',
  milestone: 'Decision made',
  offers: {
    Assessment: [
      { id: 'visit', name: 'Visit the site once more' },
      { id: 'opinion', name: 'Ask a second office for its opinion', applicability: 'cost > 50000' },
    ],
    Decision: [{ id: 'meeting', name: 'Call a meeting of all concerned' }],
  },
}
const PERMIT: Template = {
  name: 'Permit',
  description: 'From a request to an authority, a neighbour or a tenant to its answer.',
  milestone: 'Permit granted',
  offers: {
    Preparation: [{ id: 'lawyer', name: 'Have a lawyer read the file' }],
    Decision: [{ id: 'objection', name: 'Object to the decision' }],
  },
}

/** The ids of the templates that cases begin by. */
export type CaseTemplates = { readonly design: string; readonly permit: string }

/** Writes and publishes the two templates. */
export async function publishCaseTemplates(stage: Stage, now: number): Promise<CaseTemplates> {
  const ids = { design: stage.newId(now), permit: stage.newId(now) }
  await stage.act(now, 'lena', [
    ...(
      [
        [ids.design, DESIGN],
        [ids.permit, PERMIT],
      ] as const
    ).flatMap(([id, template]) => [
      {
        name: 'case.saveTemplate',
        input: { id, name: template.name, description: template.description, model: modelOf(template) },
      },
      { name: 'case.publishTemplate', input: { id, note: 'As we have worked for years' } },
    ]),
  ])
  return ids
}

/** How a stage is known in the plans of these templates. */
export function stageIdOf(index: number): string {
  return (STAGES[index] ?? '').toLowerCase()
}

const DECISION = 3

function modelOf({ name, description, milestone, offers }: Template) {
  const stages = STAGES.map((stage, index) => ({
    id: stageIdOf(index),
    name: stage,
    kind: 'stage',
    entry: index === 0 ? [] : [after(`after_${stageIdOf(index - 1)}`, stageIdOf(index - 1))],
    // What is decided is over when somebody says so.
    content: { autoComplete: index !== DECISION, discretionary: (offers[stage] ?? []).map(offerOf) },
  }))
  const reached = {
    ...{ id: 'decided', name: milestone, kind: 'milestone' },
    entry: [after('when_decided', stageIdOf(DECISION))],
  }
  const items = [...stages.slice(0, DECISION + 1), reached, ...stages.slice(DECISION + 1)]
  return { id: 'plan', name, description, root: { items } }
}

function after(id: string, sourceId: string) {
  return { id, onParts: [{ on: 'plan', sourceId, transition: 'complete' }] }
}

function offerOf({ id, name, applicability }: Offer) {
  return { item: { id, name, kind: 'humanTask' }, applicability: applicability ?? null }
}
