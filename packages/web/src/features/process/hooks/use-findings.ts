import { type KnownReferences, lintModel, type ProcessFinding } from '@millrace/core/process'
import { useMemo } from 'react'
import type { Badge, Mark } from '../../../ui/bpmn/index.ts'
import { sayFinding } from '../model/finding-words.ts'
import { compileFeelHere, readModel } from '../model/read-model.ts'
import { modelTexts } from '../texts-model.ts'

const NOTHING: readonly never[] = []

/** What is noticed of a model, and how it is marked on its picture. */
export function useFindings(xml: string, known?: KnownReferences) {
  return useMemo(() => {
    const model = readModel(xml)
    const settings = { compileExpression: compileFeelHere, ...(known === undefined ? {} : { known }) }
    const findings: readonly ProcessFinding[] = model ? lintModel(model, settings) : NOTHING
    return { model, findings, badges: badgesOf(findings), marks: marksOf(findings) }
  }, [xml, known])
}

/** One badge an element: its weightiest findings, all of them in words. */
function badgesOf(findings: readonly ProcessFinding[]): readonly Badge[] {
  const serious = findings.filter(({ weight }) => weight !== 'hint')
  return [...Map.groupBy(serious, ({ at }) => at)].flatMap(([elementId, own]) => {
    const [first] = own
    if (!first) return []
    const title = own.map((finding) => sayFinding(finding, '').sentence.trim()).join('\n')
    return [
      {
        elementId,
        kind: first.weight,
        text: String(own.length),
        title: `${modelTexts.weight[first.weight]}: ${title}`,
      },
    ]
  })
}

function marksOf(findings: readonly ProcessFinding[]): readonly (readonly [string, Mark])[] {
  return [...Map.groupBy(findings, ({ at }) => at)].flatMap(([id, [first]]) =>
    first && first.weight !== 'hint' ? [[id, first.weight] as const] : [],
  )
}
