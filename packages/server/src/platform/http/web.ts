import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '../commands/index.ts'
import { sendProblem } from './problem.ts'

const YEAR_S = 31_536_000

/** Which files the pages need besides the program, by what their address has after the organisation. */
const PARTS = '.parts.json'
const PAGE = /^\/o\/[^/?]+\/([^/?]+)/

/** What the built web app is served with. */
export type WebRouteDeps = {
  readonly dist: string
  /** The addresses of the interface that a page will ask first. */
  readonly hintsFor: (request: FastifyRequest) => Promise<readonly string[]>
}

/**
 * Serves the built web app; every address that is not the interface's opens it. Files are looked for
 * when they are asked for, so that a new build is served without a restart. The answer with a page
 * names what the page will fetch (RFC 8288, HTML preload): the browser need not read the program first.
 */
export async function addWebRoutes(app: FastifyInstance, { dist, hintsFor }: WebRouteDeps): Promise<void> {
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
  app.setNotFoundHandler(async (request, reply) => {
    const isPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/')
    if (isPage && existsSync(join(dist, 'index.html'))) {
      const [files, questions] = await Promise.all([partsOf(dist, request.url), hintsFor(request)])
      // Answers take longest to come, and a browser has six connections.
      const links = [...questions.map(linkToQuestion), ...files.map(linkToFile)]
      if (links.length > 0) void reply.header('link', links.join(', '))
      return await reply.header('cache-control', 'no-cache').sendFile('index.html')
    }
    return await sendProblem(reply, new Refused({ code: 'platform.not_found', params: { what: 'address' } }))
  })
}

async function partsOf(dist: string, url: string): Promise<readonly string[]> {
  const page = PAGE.exec(url)?.[1] ?? ''
  const text = await readFile(join(dist, PARTS), 'utf8').catch(() => '{}')
  const parts = JSON.parse(text) as Readonly<Record<string, readonly string[]>> // Written by the build.
  return Object.hasOwn(parts, page) ? (parts[page] ?? []) : []
}

function linkToFile(file: string): string {
  return file.endsWith('.css')
    ? `<${file}>; rel=preload; as=style; crossorigin`
    : `<${file}>; rel=modulepreload`
}

function linkToQuestion(address: string): string {
  return `<${address}>; rel=preload; as=fetch; crossorigin`
}
