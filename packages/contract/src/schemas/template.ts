import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, version } from './base.ts'

export const templateKind = z.enum(['item', 'project', 'process', 'case', 'list'])
export const templateUnit = z
  .enum(['working', 'calendar'])
  .describe('How days are counted: Monday to Friday, or every day')

const days = z.int().min(-3660).max(3660)

export const templateLine = z.object({
  id,
  parentId: id.nullable().default(null).describe('The line it lies under, which comes before it'),
  title: z.string().max(500),
  responsibleId: id.nullable().default(null),
  startsAfter: days.nullable().default(null).describe('Days behind the start'),
  dueAfter: days.nullable().default(null).describe('Days behind the start'),
})

/** A template without its lines. */
export const templateView = z.object({
  id,
  kind: templateKind,
  name: z.string(),
  description: z.string(),
  placeId: id
    .nullable()
    .describe('Whoever sees this container sees the template; null: everybody but guests'),
  unit: templateUnit,
  itemCount: z.int(),
  mayChange: z.boolean().describe('Whether you may change and remove it'),
  version,
})
/** Work that is kept to be begun anew. */
export type TemplateView = Frozen<z.infer<typeof templateView>>
/** One line of what a template holds. */
export type TemplateLineView = Frozen<z.output<typeof templateLine>>
