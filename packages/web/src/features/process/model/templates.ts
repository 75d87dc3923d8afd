import type { templateTexts } from '../texts-templates.ts'
import { escaped, modelFile } from './blank-model.ts'
import { drawn } from './drawn.ts'

type Texts = typeof templateTexts
/** The processes to start from. */
export type TemplateKey = keyof Texts
type Names = Readonly<Record<string, string>>

/** An element by its kind and what is inside of it; its name is looked up by its id. */
type Element = readonly [
  id: string,
  kind: string,
  more?: { readonly attributes?: string; readonly inside?: string },
]
/** A flow, with the id of its name and its condition. */
type Flow = readonly [
  from: string,
  to: string,
  more?: { readonly name?: string; readonly condition?: string },
]

type Template = {
  readonly key: TemplateKey
  readonly elements: readonly Element[]
  readonly flows: readonly Flow[]
}

const timer = (kind: 'timeCycle' | 'timeDuration', text: string) =>
  `<bpmn:timerEventDefinition><bpmn:${kind}>${text}</bpmn:${kind}></bpmn:timerEventDefinition>`

const ALL: readonly Template[] = [
  {
    key: 'approval',
    elements: [
      ['begin', 'startEvent'],
      ['ask', 'userTask'],
      ['decide', 'exclusiveGateway', { attributes: ' default="large"' }],
      ['approve', 'userTask'],
      ['result', 'exclusiveGateway', { attributes: ' default="declined"' }],
      ['order', 'userTask'],
      ['tell', 'userTask'],
      ['done', 'endEvent'],
      ['refused', 'endEvent'],
    ],
    flows: [
      ['begin', 'ask'],
      ['ask', 'decide'],
      ['decide', 'order', { name: 'small', condition: 'cost < 500' }],
      ['decide', 'approve', { name: 'large' }],
      ['approve', 'result'],
      ['result', 'order', { name: 'agreed', condition: 'approved' }],
      ['result', 'tell', { name: 'declined' }],
      ['order', 'done'],
      ['tell', 'refused'],
    ],
  },
  {
    key: 'maintenance',
    elements: [
      ['begin', 'startEvent', { inside: timer('timeCycle', 'R/P3M') }],
      ['inspect', 'userTask'],
      ['decide', 'exclusiveGateway', { attributes: ' default="none"' }],
      ['repair', 'userTask'],
      ['log', 'userTask'],
      ['done', 'endEvent'],
    ],
    flows: [
      ['begin', 'inspect'],
      ['inspect', 'decide'],
      ['decide', 'repair', { name: 'some', condition: 'defects' }],
      ['decide', 'log', { name: 'none' }],
      ['repair', 'log'],
      ['log', 'done'],
    ],
  },
  {
    key: 'request',
    elements: [
      ['begin', 'startEvent'],
      ['sort', 'userTask'],
      ['work', 'userTask'],
      [
        'late',
        'boundaryEvent',
        { attributes: ' attachedToRef="work" cancelActivity="false"', inside: timer('timeDuration', 'P2D') },
      ],
      ['remind', 'userTask'],
      ['told', 'endEvent'],
      ['confirm', 'userTask'],
      ['done', 'endEvent'],
    ],
    flows: [
      ['begin', 'sort'],
      ['sort', 'work'],
      ['work', 'confirm'],
      ['late', 'remind'],
      ['remind', 'told'],
      ['confirm', 'done'],
    ],
  },
  {
    key: 'joining',
    elements: [
      ['begin', 'startEvent'],
      ['apart', 'parallelGateway'],
      ['computer', 'userTask'],
      ['place', 'userTask'],
      ['papers', 'userTask'],
      ['together', 'parallelGateway'],
      ['welcome', 'userTask'],
      ['talk', 'userTask'],
      ['done', 'endEvent'],
    ],
    flows: [
      ['begin', 'apart'],
      ['apart', 'computer'],
      ['apart', 'place'],
      ['apart', 'papers'],
      ['computer', 'together'],
      ['place', 'together'],
      ['papers', 'together'],
      ['together', 'welcome'],
      ['welcome', 'talk'],
      ['talk', 'done'],
    ],
  },
  {
    key: 'review',
    elements: [
      ['begin', 'startEvent'],
      ['write', 'userTask'],
      ['check', 'userTask'],
      ['decide', 'exclusiveGateway', { attributes: ' default="wrong"' }],
      ['sign', 'userTask'],
      ['done', 'endEvent'],
    ],
    flows: [
      ['begin', 'write'],
      ['write', 'check'],
      ['check', 'decide'],
      ['decide', 'sign', { name: 'right', condition: 'correct' }],
      ['decide', 'write', { name: 'wrong' }],
      ['sign', 'done'],
    ],
  },
]

/** Processes to start from; each makes its file in the words of the page. */
export const TEMPLATES = ALL.map((template) => ({
  key: template.key,
  xmlOf: (names: Names & { readonly title: string }) =>
    drawn(modelFile(names.title, [...elementsOf(template, names), ...flowsOf(template, names)].join('\n'))),
}))

function elementsOf({ elements }: Template, names: Names): readonly string[] {
  return elements.map(
    ([id, kind, { attributes = '', inside = '' } = {}]) =>
      `<bpmn:${kind} id="${id}" name="${escaped(names[id] ?? '')}"${attributes}>${inside}</bpmn:${kind}>`,
  )
}

function flowsOf({ flows }: Template, names: Names): readonly string[] {
  return flows.map(([from, to, { name, condition } = {}]) => {
    const named = name === undefined ? '' : ` name="${escaped(names[name] ?? '')}"`
    const inside =
      condition === undefined
        ? ''
        : `<bpmn:conditionExpression>${escaped(condition)}</bpmn:conditionExpression>`
    return `<bpmn:sequenceFlow id="${name ?? `${from}_${to}`}"${named} sourceRef="${from}" targetRef="${to}">${inside}</bpmn:sequenceFlow>`
  })
}
