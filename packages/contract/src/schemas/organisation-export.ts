import { z } from 'zod'
import { id, instant } from './base.ts'

/** An export of the whole organisation: how far it is, and how long it can be fetched. */
export const organisationExportView = z.object({
  id,
  state: z.enum(['running', 'ready', 'failed']),
  startedBy: id,
  createdAt: instant,
  expiresAt: instant.describe('When it is removed by itself'),
  done: z.int().describe('Rows and files written so far'),
  total: z.int().describe('How many there are; 0 until that is known'),
  sizeBytes: z.int().nullable(),
  itemCount: z.int().nullable(),
  fileCount: z.int().nullable(),
  missingCount: z.int().nullable().describe('Files whose contents could not be read'),
})

/** An export of the whole organisation. */
export type OrganisationExportView = z.infer<typeof organisationExportView>
