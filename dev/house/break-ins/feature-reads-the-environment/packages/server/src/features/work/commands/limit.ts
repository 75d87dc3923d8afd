export const limit = Number(process.env.MILLRACE_LIMIT)
