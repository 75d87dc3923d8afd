import {
  beginSimulation,
  moveSimulation,
  openMoves,
  type ProcessFault,
  type SimulatedHappening,
  type Simulation,
  type SimulationAnswer,
  type SimulationMove,
} from '@millrace/core/process'
import { useMemo, useState } from 'react'
import { compileFeelHere, readModel } from '../model/read-model.ts'

/** A move that was made, with what happened by it. */
export type MadeMove = {
  readonly move: SimulationMove
  readonly before: Simulation
  readonly happened: readonly SimulatedHappening[]
}

const NONE: SimulationAnswer = { values: {}, flowIds: [], isSkipped: false }

/** Tries a model step by step; every step can be taken back. */
export function useSimulation(xml: string, isByHand: boolean) {
  const begun = useMemo(() => beginWith(xml, isByHand), [xml, isByHand])
  const [made, setMade] = useState<readonly MadeMove[]>([])
  const [now, setNow] = useState<Simulation | null>(null)
  const [from, setFrom] = useState(begun)
  // Another way to choose begins anew.
  if (from !== begun) {
    setFrom(begun)
    setMade([])
    setNow(null)
  }
  const simulation = now ?? begun.simulation
  const move = (
    next: SimulationMove,
    answer: Partial<SimulationAnswer> = {},
  ): readonly SimulatedHappening[] => {
    if (!simulation) return []
    const moved = moveSimulation(simulation, next, { ...NONE, ...answer })
    if (!moved.ok) return []
    const { happened } = moved.step
    setMade([...made, { move: next, before: simulation, happened }])
    setNow(moved.step.simulation)
    return happened
  }
  const back = () => {
    const last = made.at(-1)
    if (!last) return
    setMade(made.slice(0, -1))
    setNow(last.before)
  }
  const again = () => {
    setMade([])
    setNow(null)
  }
  const moves = useMemo(() => (simulation ? openMoves(simulation) : []), [simulation])
  return { simulation, moves, made, move, back, again, faults: begun.faults }
}

type Begun = { readonly simulation: Simulation | null; readonly faults: readonly ProcessFault[] }

/** The first process of the file that somebody means to be executed, or the first at all. */
function beginWith(xml: string, isByHand: boolean): Begun {
  const model = readModel(xml)
  const process = model?.processes.find(({ isExecutable }) => isExecutable) ?? model?.processes[0]
  if (!model || !process) return { simulation: null, faults: [] }
  const begun = beginSimulation({
    model,
    processId: process.id,
    compileExpression: compileFeelHere,
    isByHand,
  })
  return begun.ok ? { simulation: begun.simulation, faults: [] } : { simulation: null, faults: begun.faults }
}
