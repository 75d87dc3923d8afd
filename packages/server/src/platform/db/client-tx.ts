import type { ClientBase } from 'pg'
import type { Tx } from './transaction.ts'

/**
 * A transaction that was begun by hand on a connection of one's own, as features see one. Values come as
 * the driver reads them: bigint as text.
 */
export function txOf(client: ClientBase): Tx {
  const query: Tx['query'] = async <Row>({ text, values = [] }: Parameters<Tx['query']>[0]) => {
    const { rows } = await client.query({ text, values: [...values] })
    return rows as Row[] // As in the transaction of a pool.
  }
  return {
    query,
    queryColumns: () => Promise.reject(new Error('a connection of its own reads no columns')),
    send: () => {
      throw new Error('a connection of its own waits for every answer')
    },
  }
}
