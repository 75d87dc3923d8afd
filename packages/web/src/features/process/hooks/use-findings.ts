import type { KnownReferences, ProcessFinding } from '@millrace/core/process'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Badge, Mark } from '../../../ui/bpmn/index.ts'
import { sayFinding } from '../model/finding-words.ts'
import type { LintNews, LintOrder } from '../model/lint-worker.ts'
import { modelTexts } from '../texts-model.ts'

const NOTHING: readonly never[] = []

/**
 * What is noticed of a model, and how it is marked on its picture. A large one is read for longer than a frame takes,
 * so that another thread does it; meanwhile what was noticed before stands.
 */
export function useFindings(xml: string, known?: KnownReferences) {
  const worker = useRef<Worker | null>(null)
  const number = useRef(0)
  const [findings, setFindings] = useState<readonly ProcessFinding[]>(NOTHING)
  useEffect(() => {
    const made = new Worker(new URL('../model/lint-worker.ts', import.meta.url), { type: 'module' })
    made.addEventListener('message', ({ data }: MessageEvent<LintNews>) => {
      if (data.number === number.current) setFindings(data.findings)
    })
    worker.current = made
    return () => made.terminate()
  }, [])
  useEffect(() => {
    number.current++
    worker.current?.postMessage({ number: number.current, xml, known } satisfies LintOrder)
  }, [xml, known])
  return useMemo(() => ({ findings, badges: badgesOf(findings), marks: marksOf(findings) }), [findings])
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
