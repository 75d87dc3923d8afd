import { editBpmn, type ModelEdit } from '@millrace/formats/bpmn'
import { useMemo, useState } from 'react'
import { readModel } from '../model/read-model.ts'
import { stepRows } from '../model/step-rows.ts'

const NONE: readonly never[] = []

/** A model that is edited step by step. Undo is the file as it was, redo the file as it was before that. */
export function useStepEdits(begun: string, keep: (xml: string) => void) {
  const [xml, setXml] = useState(begun)
  const [former, setFormer] = useState<readonly string[]>(NONE)
  const [undone, setUndone] = useState<readonly string[]>(NONE)
  const [problem, setProblem] = useState<string | null>(null)
  const model = useMemo(() => readModel(xml), [xml])
  const rows = useMemo(() => (model ? stepRows(model) : NONE), [model])

  /** True: it was done. */
  const edit = (change: ModelEdit): boolean => {
    const edited = editBpmn(xml, change)
    setProblem(edited.ok ? null : edited.refusal.code)
    if (!edited.ok || edited.value === xml) return edited.ok
    setFormer([...former, xml])
    setUndone(NONE)
    setXml(edited.value)
    keep(edited.value)
    return true
  }
  const show = (next: string) => {
    setXml(next)
    setProblem(null)
    keep(next)
  }
  const undo = () => {
    const last = former.at(-1)
    if (last === undefined) return
    setFormer(former.slice(0, -1))
    setUndone([...undone, xml])
    show(last)
  }
  const redo = () => {
    const next = undone.at(-1)
    if (next === undefined) return
    setUndone(undone.slice(0, -1))
    setFormer([...former, xml])
    show(next)
  }
  const can = { canUndo: former.length > 0, canRedo: undone.length > 0 }
  return { xml, rows, model, problem, edit, undo, redo, ...can }
}
