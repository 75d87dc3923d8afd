/** Where the server of the journeys listens. */
export const port = Number(process.env['E2E_PORT'] ?? 4780)

/** Its address under a name, which passkeys need. */
export const namedUrl = `http://localhost:${port}`

/** Its address. */
export const url = `http://127.0.0.1:${port}`
