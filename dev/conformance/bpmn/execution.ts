import { type BpmnModel, compileProcess, feelExpressions } from '@millrace/core/process'

/** Of a file: its processes that can be executed, and why the others cannot. */
export type Execution = {
  readonly executable: number
  readonly refused: number
  /** `PROCESS: kind detail at ELEMENT`. */
  readonly reasons: readonly string[]
}

const MOMENT = { now: 0, zone: 'UTC' }

/** Makes every process of a file ready, or says what stands against it and where. */
export function executionOf(model: BpmnModel): Execution {
  const found = model.processes.map(({ id }) => {
    const compiled = compileProcess(
      model,
      id,
      feelExpressions(() => MOMENT),
    )
    return {
      isReady: compiled.ok,
      reasons: compiled.ok
        ? []
        : compiled.faults.map(({ at, kind, detail }) => `${id}: ${kind} ${detail} at ${at}`),
    }
  })
  return {
    executable: found.filter(({ isReady }) => isReady).length,
    refused: found.filter(({ isReady }) => !isReady).length,
    reasons: found.flatMap(({ reasons }) => reasons),
  }
}
