import type { Refusal, RefusalParam } from '@millrace/core/kernel'
import type { FilePlan } from './file-plan.ts'

/** A refusal of core with names of rows where it gave their ids: people know rows by their names. */
export function nameRows({ code, params = {} }: Refusal, { rows }: Pick<FilePlan, 'rows'>): Refusal {
  const names = new Map<string, string>(rows.map(({ id, name }) => [id, name]))
  const named = (value: RefusalParam): RefusalParam => {
    if (typeof value === 'string') return names.get(value) ?? value
    return typeof value === 'object' && value !== null ? value.map((id) => names.get(id) ?? id) : value
  }
  return {
    code,
    params: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, named(value)])),
  }
}
