import { compileProcess, lintModel } from '@millrace/core/process'
import { expect, test } from 'vitest'
import { templateTexts } from '../texts-templates.ts'
import { compileFeelHere, readModel } from './read-model.ts'
import { TEMPLATES } from './templates.ts'

test.each(TEMPLATES)(
  '$key can be executed as it is, has a picture, and nothing stands out',
  ({ key, xmlOf }) => {
    const xml = xmlOf(templateTexts[key])
    const model = readModel(xml)
    const [process] = model?.processes ?? []
    if (!model || !process) throw new TypeError('it cannot be read')
    expect(compileProcess(model, process.id, compileFeelHere).ok).toBe(true)
    expect(lintModel(model, { compileExpression: compileFeelHere })).toEqual([])
    expect(xml).toContain('BPMNDiagram')
    expect(process.nodes.map(({ name }) => name)).not.toContain('')
  },
)
