import type { Client, Connection, Submittable } from 'pg'

/** What the database says of a statement without running it. */
export type Description = { readonly columns: readonly string[] } | { readonly error: string }

type Field = { readonly name: string }

/** Parses and describes a statement, as preparing it does. @see PostgreSQL, "Extended Query" */
export async function describeStatement(client: Client, text: string): Promise<Description> {
  return await new Promise((resolve) => {
    let described: Description = { columns: [] }
    const question = {
      submit: (connection: Connection) => {
        connection.parse({ name: '', text, types: [] }, true)
        connection.describe({ type: 'S', name: '' }, true)
        connection.sync()
      },
      handleRowDescription: ({ fields }: { readonly fields: readonly Field[] }) => {
        described = { columns: fields.map(({ name }) => name) }
      },
      // The driver waits for the end itself after an error.
      handleError: (error: Error) => resolve({ error: error.message }),
      handleReadyForQuery: () => resolve(described),
    }
    client.query(question as Submittable) // The driver calls the handlers above, too.
  })
}
