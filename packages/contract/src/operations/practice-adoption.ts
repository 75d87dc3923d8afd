import { z } from 'zod'
import { operation } from '../operation.ts'
import { practiceAdoptionRoutes } from '../routes/practice-adoption.ts'
import { id, nothing } from '../schemas/base.ts'
import {
  adoptionEvidence,
  adoptionState,
  adoptionStep,
  adoptionView,
  practiceChange,
} from '../schemas/practice-adoption.ts'

/** What units do with practices, and which practice work of a type follows. */
export const practiceAdoptionOperations = {
  'practice.listAdoptions': operation({
    id: 'practice.listAdoptions',
    route: practiceAdoptionRoutes['practice.listAdoptions'],
    summary: 'The method sets of all units: which practices each works by, and how far it is with them.',
    permission: 'organisation.read',
    input: z.object({}),
    output: z.object({ adoptions: z.array(adoptionView) }),
    refusals: [],
  }),
  'practice.listAdoptionSteps': operation({
    id: 'practice.listAdoptionSteps',
    route: practiceAdoptionRoutes['practice.listAdoptionSteps'],
    summary: 'How a practice came to where it is in a unit, and what showed it, the newest first.',
    permission: 'organisation.read',
    input: z.object({ id }),
    output: z.object({ steps: z.array(adoptionStep) }),
    refusals: ['platform.not_found'],
  }),
  'practice.chooseForTeam': operation({
    id: 'practice.chooseForTeam',
    route: practiceAdoptionRoutes['practice.chooseForTeam'],
    summary: 'Put a practice into the method set of a unit, or say how often its relevance is looked at.',
    permission: 'practice.manage',
    input: z.object({
      id,
      practiceId: id,
      teamId: id,
      reviewDays: z.int().min(1).max(3660).nullable().default(180),
    }),
    output: adoptionView,
    refusals: [
      'practice.archived',
      'platform.reference_unknown',
      'platform.exists',
      'platform.not_found',
      'platform.not_allowed',
    ],
  }),
  'practice.leaveOutForTeam': operation({
    id: 'practice.leaveOutForTeam',
    route: practiceAdoptionRoutes['practice.leaveOutForTeam'],
    summary:
      'Take a practice out of the method set of a unit that has done nothing with it yet. What was in use is retired instead.',
    permission: 'practice.manage',
    input: z.object({ id }),
    output: nothing,
    refusals: ['practice.adoption_jump', 'platform.not_found', 'platform.not_allowed'],
  }),
  'practice.moveAdoption': operation({
    id: 'practice.moveAdoption',
    route: practiceAdoptionRoutes['practice.moveAdoption'],
    summary: 'Say that a unit is in another state with a practice, with what shows it.',
    permission: 'practice.manage',
    input: z.object({
      id,
      to: adoptionState,
      evidence: z.array(adoptionEvidence).max(20),
      note: z.string().trim().max(2000).default(''),
    }),
    output: adoptionView,
    refusals: [
      'practice.adoption_unchanged',
      'practice.adoption_jump',
      'practice.adoption_evidence',
      'platform.not_found',
      'platform.not_allowed',
    ],
  }),
  'practice.reviewAdoption': operation({
    id: 'practice.reviewAdoption',
    route: practiceAdoptionRoutes['practice.reviewAdoption'],
    summary: 'Say that the relevance of a practice in a unit was looked at today, and what came of it.',
    permission: 'practice.manage',
    input: z.object({ id, note: z.string().trim().min(1).max(2000) }),
    output: adoptionView,
    refusals: ['platform.not_found', 'platform.not_allowed'],
  }),
  'practice.listChanges': operation({
    id: 'practice.listChanges',
    route: practiceAdoptionRoutes['practice.listChanges'],
    summary: 'Which practice work of each type follows, and every change of it, the newest first.',
    permission: 'organisation.read',
    input: z.object({}),
    output: z.object({ changes: z.array(practiceChange) }),
    refusals: [],
  }),
  'practice.changeForType': operation({
    id: 'practice.changeForType',
    route: practiceAdoptionRoutes['practice.changeForType'],
    summary:
      'Say which practice work of a type follows. Where it follows one already, the change belongs to an initiative: an open item of the area methods and tools.',
    permission: 'practice.manage',
    input: z.object({
      id,
      typeId: id,
      practiceId: id.nullable(),
      kind: z.enum(['improvement', 'development']).default('improvement'),
      initiativeId: id.nullable().default(null),
      reason: z.string().trim().max(2000).default(''),
    }),
    output: practiceChange,
    refusals: [
      'practice.change_same',
      'practice.initiative_missing',
      'practice.initiative_elsewhere',
      'practice.initiative_closed',
      'practice.archived',
      'platform.reference_unknown',
      'platform.exists',
      'platform.not_allowed',
    ],
  }),
} as const
