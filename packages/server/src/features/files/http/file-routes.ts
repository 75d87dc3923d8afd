import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { addDownloadRoute } from './download-route.ts'
import type { FileRouteDeps } from './file-route-deps.ts'
import { addUploadRoute } from './upload-route.ts'

/**
 * The two routes on which contents travel, apart from all others because they are streams:
 * `POST /files?itemId=|containerId=` takes one file as multipart/form-data, and
 * `GET /files/{id}/content` gives it back, also in parts.
 */
export async function addFileRoutes(app: FastifyInstance, deps: FileRouteDeps): Promise<void> {
  await app.register(async (own) => {
    // We count ourselves, to refuse instead of cutting off; one byte more is enough to see.
    const limits = { files: 1, fields: 10, fileSize: deps.maxBytes + 1 }
    await own.register(multipart, { limits, throwFileSizeLimit: false })
    addUploadRoute(own, deps)
    addDownloadRoute(own, deps)
  })
}
