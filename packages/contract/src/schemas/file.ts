import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, version } from './base.ts'

/** A file attached to an item or a container. Its content is at `/files/{id}/content`. */
export const fileView = z.object({
  id,
  itemId: id.nullable(),
  containerId: id.nullable().describe('When it is attached to the container itself'),
  name: z.string(),
  mediaType: z.string().describe('As whoever sent it said'),
  sizeBytes: z.int(),
  sha256: z.string(),
  uploadedBy: id,
  uploadedAt: instant,
  version,
})
/** A file as everybody sees it. */
export type FileView = Frozen<z.infer<typeof fileView>>
