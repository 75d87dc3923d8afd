import { parentPort, workerData } from 'node:worker_threads'
import { type SimulationQuestion, simulateQuestion } from './simulated.ts'

/** Runs beside the server, which goes on answering. */
const simulation = simulateQuestion(workerData as SimulationQuestion) // What `simulate` hands over.
let step = simulation.next()
for (; !step.done; step = simulation.next())
  parentPort?.postMessage({ kind: 'progress', runs: step.value }, [])
parentPort?.postMessage({ kind: 'done', simulated: step.value }, [])
