import type { Pool, PoolClient, QueryArrayConfig, QueryConfig, QueryResult } from 'pg'

/**
 * What the database answers to a statement. The driver is asked for it by callback: the promises that it
 * makes itself hold on to each answer until the next full garbage collection, so that the rows of every
 * list were copied twice by the small ones before they went.
 */
export async function answer(
  target: Pool | PoolClient,
  statement: QueryConfig | QueryArrayConfig,
): Promise<QueryResult> {
  try {
    return await new Promise((resolve, reject) => {
      target.query(statement, (error: Error | null | undefined, result: QueryResult) =>
        error ? reject(error) : resolve(result),
      )
    })
  } catch (error) {
    // It was made where the socket was read; of use is who asked.
    if (error instanceof Error) Error.captureStackTrace(error)
    throw error
  }
}
