import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Refused } from '../commands/index.ts'
import { problemOf, sendProblem } from './problem.ts'

const YEAR_S = 31_536_000

/**
 * Serves the built web app; every address that is not the interface's opens it. Files are looked for
 * when they are asked for, so that a new build is served without a restart.
 */
export async function addWebRoutes(app: FastifyInstance, dist: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: dist,
    cacheControl: false,
    dotfiles: 'ignore',
    preCompressed: true,
    // Without pages it answers programs all the same, and pages may be built while it runs.
    suppressWarning: true,
    setHeaders: (response, path) => {
      // Built files carry a hash of their content in their name; the page itself does not.
      const isHashed = path.includes('/assets/')
      response.header('cache-control', isHashed ? `public, max-age=${YEAR_S}, immutable` : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/')
    if (isPage && existsSync(join(dist, 'index.html'))) {
      return reply.header('cache-control', 'no-cache').sendFile('index.html')
    }
    return sendProblem(
      reply,
      problemOf(new Refused({ code: 'platform.not_found', params: { what: 'address' } })),
    )
  })
}
