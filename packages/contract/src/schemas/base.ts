import { z } from 'zod'

export const id = z.uuid().describe('UUID; new ones are made by whoever creates (version 7)')
export const instant = z.int().describe('Moment as milliseconds since 1970-01-01T00:00Z')
export const plainDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('Calendar day, YYYY-MM-DD')
export const minutes = z.int().min(0).describe('Minutes of work')
export const version = z.int().describe('Raised by one with every change')
export const origin = z.enum(['own', 'demo', 'import'])
/** How a page of a list ends: pass `next` as `cursor` for the following page; null: that was all. */
export const nextCursor = z.string().nullable()
export const pageInput = {
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(4000).optional(),
}
export const nothing = z.object({})

const ONE_ID = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}'
/** Up to 100 ids with commas between, as an address holds them. */
export const someIds = z.string().regex(new RegExp(`^${ONE_ID}(?:,${ONE_ID}){0,99}$`))
