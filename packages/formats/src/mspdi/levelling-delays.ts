import { type PlanInput, PlanNetwork } from '@millrace/core/schedule'

/**
 * By how many minutes around the clock levelling puts off each task: from where its links and limits alone would
 * have it start, with all others where they are. Tasks that it does not put off are absent.
 */
export function levellingDelays(input: PlanInput): ReadonlyMap<string, number> {
  const delays = new Map<string, number>()
  const network = PlanNetwork.of(input)
  if (!network.ok) return delays
  const { net, times } = network.value
  for (const [index, task] of input.tasks.entries()) {
    if (task.levelledAt === null) continue
    const node = net.nodeOf[index] ?? 0
    const levelledAt = times.start[node] ?? 0
    network.value.change(new Map([[index, { ...task, levelledAt: null }]]))
    const delay = levelledAt - (times.start[node] ?? 0)
    network.value.change(new Map([[index, task]]))
    if (delay > 0) delays.set(task.id, delay)
  }
  return delays
}
