import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deliverArtifact } from './artifact.ts'

test('an artifact is delivered exactly when every question of its state is answered (INV-M4)', () => {
  const check = fc.constantFrom('measured', 'signed', 'dry')
  const asked = fc.record({
    artifact: fc.constant('Slab 4'),
    checkpoints: fc.uniqueArray(check),
    evidence: fc.array(fc.record({ check, note: fc.constantFrom('', ' ', 'Seen') })),
  })
  fc.assert(
    fc.property(asked, (one) => {
      const isShown = (question: string) =>
        one.evidence.some((each) => each.check === question && each.note === 'Seen')
      const missing = one.checkpoints.filter((question) => !isShown(question)).length
      const delivered = deliverArtifact(one)
      if (missing === 0) expect(delivered.ok).toBe(true)
      else
        expect(delivered).toMatchObject({
          refusal: { code: 'practice.artifact_evidence', params: { name: 'Slab 4', count: missing } },
        })
    }),
    { seed: 17 },
  )
})
