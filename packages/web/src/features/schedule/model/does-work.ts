import type { ResourceView } from '@millrace/contract'

/** Whether its units are a share of its time; of material and cost they are an amount. */
export function doesWork(kind: ResourceView['kind']): boolean {
  return kind === 'work' || kind === 'machine'
}
