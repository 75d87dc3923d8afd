import { Worker } from 'node:worker_threads'
import type { Simulated, SimulationQuestion } from './simulated.ts'

type Message =
  | { readonly kind: 'progress'; readonly runs: number }
  | { readonly kind: 'done'; readonly simulated: Simulated }

/**
 * Simulates in a thread of its own.
 *
 * @param onProgress told the runs that are done
 * @throws what `signal` was aborted with, after the thread has ended; any fault of the thread
 */
export async function simulate(
  question: SimulationQuestion,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (runs: number) => void },
): Promise<Simulated> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./simulate-worker.ts', import.meta.url), { workerData: question })
  const ended = Promise.withResolvers<Simulated>()
  const giveUp = () => ended.reject(signal.reason)
  signal.addEventListener('abort', giveUp)
  worker.on('message', (message: Message) => {
    if (message.kind === 'done') ended.resolve(message.simulated)
    else onProgress(message.runs)
  })
  worker.on('error', ended.reject)
  worker.on('exit', (code) => ended.reject(new Error(`the simulation ended with ${String(code)}`)))
  try {
    return await ended.promise
  } finally {
    signal.removeEventListener('abort', giveUp)
    await worker.terminate()
  }
}
