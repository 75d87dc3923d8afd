import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id } from './base.ts'

const sum = z
  .object({
    low: z.int(),
    high: z.int().describe('As the other where it is known exactly'),
    isOpen: z.boolean().describe('Something in it is not known: it is more'),
  })
  .nullable()
  .describe('Null: nothing is known of it')

const phaseSum = z.object({
  itemCount: z.int().describe('Items that take time, without what only spans others'),
  effortMin: sum,
  durationMin: sum.describe('Working minutes from the first start to the last finish'),
  people: sum.describe('The most at once'),
  costMinor: sum,
})

/** What a project takes: near phases as points, later ones, and whatever they are part of, as ranges. */
export const phaseSumsView = z.object({
  phases: z.array(phaseSum.extend({ phaseId: id })).describe('In their order'),
  unphased: phaseSum.nullable().describe('What is in no phase; null: everything is in one'),
  whole: phaseSum,
})
/** What a project takes, as everybody sees it. */
export type PhaseSumsView = Frozen<z.infer<typeof phaseSumsView>>
