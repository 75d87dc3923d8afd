import type { FastifyInstance } from 'fastify'
import type { Db } from '../db/transaction.ts'
import { messageOf } from '../fault.ts'

/** Says that the process lives, and whether it can answer; neither is ever limited. */
export function addHealthRoutes(app: FastifyInstance, pool: Db['pool']): void {
  const unlimited = { config: { rateLimit: false } }
  app.get('/healthz', unlimited, () => ({ status: 'ok' }))
  app.get('/readyz', unlimited, async (_request, reply) => {
    try {
      await pool.query('select 1')
      return { status: 'ready' }
    } catch (error) {
      return reply.status(503).send({ status: 'not ready', reason: messageOf(error) })
    }
  })
}
