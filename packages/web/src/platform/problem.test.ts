import { expect, test } from 'vitest'
import { readAnswer } from './problem.ts'
import { Refused, Unreachable } from './refused.ts'

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })

test('an answer is its JSON', async () => {
  expect(await readAnswer(answer(200, { seq: 1 }))).toEqual({ seq: 1 })
  expect(await readAnswer(new Response(null, { status: 204 }))).toEqual({})
})

test('a refusal speaks in the words of the catalogue, with fields as people know them', async () => {
  const problem = {
    code: 'work.changed_meanwhile',
    params: { key: 'TWR-1', fields: ['dueOn', 'title'] },
    detail: 'Somebody changed dueOn, title of TWR-1 since you looked.',
    index: 2,
  }
  const refused: unknown = await readAnswer(answer(409, problem)).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refused)
  expect(refused).toMatchObject({
    sentence: 'Somebody changed due date, title of TWR-1 since you looked.',
    remedy: 'Look at the new values, then decide again.',
    status: 409,
    index: 2,
  })
})

test('a refusal of another part speaks for itself', async () => {
  const refused: unknown = await readAnswer(answer(401, { message: 'Wrong password.' })).catch(
    (error: unknown) => error,
  )
  expect(refused).toMatchObject({ sentence: 'Wrong password.', code: 'http.401', status: 401 })
})

test.each([502, 503, 504])('%i without a problem document means later', async (status) => {
  await expect(readAnswer(new Response('<html>', { status }))).rejects.toBeInstanceOf(Unreachable)
})
