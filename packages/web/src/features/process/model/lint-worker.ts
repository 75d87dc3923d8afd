import { type KnownReferences, lintModel, NOTHING_KNOWN, type ProcessFinding } from '@millrace/core/process'
import { compileFeelHere, readModel } from './read-model.ts'

/** A model to read, and by what; answers come with its number. */
export type LintOrder = {
  readonly number: number
  readonly xml: string
  readonly known: KnownReferences | undefined
}
/** What is noticed of it. */
export type LintNews = { readonly number: number; readonly findings: readonly ProcessFinding[] }

self.addEventListener('message', ({ data }: MessageEvent<LintOrder>) => {
  const { number, xml, known = NOTHING_KNOWN } = data
  const model = readModel(xml)
  const findings = model ? lintModel(model, { compileExpression: compileFeelHere, known }) : []
  // To the one page that a worker belongs to; nothing is handed over with it.
  self.postMessage({ number, findings } satisfies LintNews, { transfer: [] })
})
