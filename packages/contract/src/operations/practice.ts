import { z } from 'zod'
import { operation } from '../operation.ts'
import { practiceRoutes } from '../routes/practice.ts'
import { id } from '../schemas/base.ts'
import {
  artifactTypeFields,
  artifactTypeView,
  listedPractice,
  measuredNorm,
  practiceFields,
  practiceVersion,
  practiceView,
} from '../schemas/practice.ts'
import { practiceEffectView } from '../schemas/practice-effect.ts'

const atVersion = {
  version: z.int().optional().describe('Refuse unless it is at this version'),
}

/** What is done with the catalogue of practices. */
export const practiceOperations = {
  'practice.listPractices': operation({
    id: 'practice.listPractices',
    route: practiceRoutes['practice.listPractices'],
    summary: 'The catalogue of practices, by name, archived ones last.',
    permission: 'organisation.read',
    input: z.object({}),
    output: z.object({ practices: z.array(listedPractice) }),
    refusals: [],
  }),
  'practice.listNames': operation({
    id: 'practice.listNames',
    route: practiceRoutes['practice.listNames'],
    summary: 'The names by which items mean a practice of the catalogue, former names too.',
    permission: 'organisation.read',
    input: z.object({}),
    output: z.object({
      names: z.array(
        z.object({
          id,
          name: z.string().describe('Of the practice'),
          folded: z.string().describe('The name or a former name, as texts are compared'),
          isArchived: z.boolean(),
        }),
      ),
    }),
    refusals: [],
  }),
  'practice.listUndescribed': operation({
    id: 'practice.listUndescribed',
    route: practiceRoutes['practice.listUndescribed'],
    summary: 'Practices that items name and the catalogue does not know, the most frequent first.',
    permission: 'organisation.read',
    input: z.object({}),
    output: z.object({
      names: z.array(z.object({ name: z.string(), count: z.int().describe('Of the items that you see') })),
    }),
    refusals: [],
  }),
  'practice.getPractice': operation({
    id: 'practice.getPractice',
    route: practiceRoutes['practice.getPractice'],
    summary: 'A practice with the versions of its description and what its finished work took.',
    permission: 'organisation.read',
    input: z.object({ id }),
    output: z.object({
      practice: practiceView,
      openCount: z.int().describe('Open items that name it, of those you see'),
      versions: z.array(practiceVersion).describe('The newest first'),
      measured: measuredNorm,
    }),
    refusals: ['platform.not_found'],
  }),
  'practice.getForItem': operation({
    id: 'practice.getForItem',
    route: practiceRoutes['practice.getForItem'],
    summary:
      'The practice that an item names, the version of its description that the work follows, and what whoever is responsible would have to be able to do.',
    permission: 'container.read',
    input: z.object({ itemId: id }),
    output: z.object({
      practice: z
        .object({ id, name: z.string(), isArchived: z.boolean() })
        .nullable()
        .describe('Null: it names none, or none of the catalogue'),
      version: z.int().nullable().describe('Null: undescribed'),
      lacked: z
        .array(z.string())
        .describe(
          'Qualifications that the responsible person is not known to have; empty where nothing is known',
        ),
    }),
    refusals: ['platform.not_found'],
  }),
  'practice.getEffect': operation({
    id: 'practice.getEffect',
    route: practiceRoutes['practice.getEffect'],
    summary:
      'What a change of a practice did to the flow of its work: cycle time and rework before and after, with intervals.',
    permission: 'organisation.read',
    input: z.object({
      id,
      since: z.coerce.number().int().optional().describe('The newest change when left out'),
    }),
    output: practiceEffectView,
    refusals: ['platform.not_found'],
  }),
  'practice.savePractice': operation({
    id: 'practice.savePractice',
    route: practiceRoutes['practice.savePractice'],
    summary:
      'Add a practice, or change it and the draft of its description. Renamed, it takes along the items that name it.',
    permission: 'practice.manage',
    input: practiceFields.extend({ id, ...atVersion }),
    output: practiceView,
    refusals: [
      'practice.name_taken',
      'practice.no_role',
      'practice.no_output',
      'practice.norm_wrong',
      'practice.order_circle',
      'practice.archived',
      'platform.reference_unknown',
      'platform.version_old',
      'platform.not_allowed',
    ],
  }),
  'practice.publishPractice': operation({
    id: 'practice.publishPractice',
    route: practiceRoutes['practice.publishPractice'],
    summary: 'Make the draft of a description the version that is worked by.',
    permission: 'practice.manage',
    input: z.object({ id, note: z.string().trim().max(500).default(''), ...atVersion }),
    output: practiceView,
    refusals: [
      'practice.no_role',
      'practice.no_output',
      'practice.not_described',
      'practice.unchanged',
      'practice.archived',
      'platform.version_old',
      'platform.not_found',
      'platform.not_allowed',
    ],
  }),
  'practice.archivePractice': operation({
    id: 'practice.archivePractice',
    route: practiceRoutes['practice.archivePractice'],
    summary: 'Archive a practice. Items that name it go on naming it.',
    permission: 'practice.manage',
    input: z.object({ id }),
    output: practiceView,
    refusals: ['platform.not_found', 'platform.not_allowed'],
  }),
  'practice.restorePractice': operation({
    id: 'practice.restorePractice',
    route: practiceRoutes['practice.restorePractice'],
    summary: 'Bring an archived practice back.',
    permission: 'practice.manage',
    input: z.object({ id }),
    output: practiceView,
    refusals: ['practice.order_circle', 'platform.not_found', 'platform.not_allowed'],
  }),
  'practice.listMethodManagers': operation({
    id: 'practice.listMethodManagers',
    route: practiceRoutes['practice.listMethodManagers'],
    summary: 'Who keeps the catalogue of practices besides those who run the organisation.',
    permission: 'organisation.read',
    input: z.object({}),
    output: z.object({ personIds: z.array(id) }),
    refusals: [],
  }),
  'practice.setMethodManagers': operation({
    id: 'practice.setMethodManagers',
    route: practiceRoutes['practice.setMethodManagers'],
    summary: 'Say who keeps the catalogue of practices besides those who run the organisation.',
    permission: 'people.manage',
    input: z.object({ personIds: z.array(id).max(200) }),
    output: z.object({ personIds: z.array(id) }),
    refusals: ['platform.reference_unknown', 'platform.not_allowed'],
  }),
  'practice.listArtifactTypes': operation({
    id: 'practice.listArtifactTypes',
    route: practiceRoutes['practice.listArtifactTypes'],
    summary: 'The types of artifact with their states, by name, archived ones last.',
    permission: 'organisation.read',
    input: z.object({}),
    output: z.object({ types: z.array(artifactTypeView) }),
    refusals: [],
  }),
  'practice.saveArtifactType': operation({
    id: 'practice.saveArtifactType',
    route: practiceRoutes['practice.saveArtifactType'],
    summary: 'Add a type of artifact, or change it and its states.',
    permission: 'practice.manage',
    input: artifactTypeFields.extend({ id, ...atVersion }),
    output: artifactTypeView,
    refusals: [
      'practice.name_taken',
      'practice.no_state',
      'practice.state_twice',
      'practice.state_in_use',
      'practice.archived',
      'platform.exists',
      'platform.version_old',
      'platform.not_allowed',
    ],
  }),
  'practice.archiveArtifactType': operation({
    id: 'practice.archiveArtifactType',
    route: practiceRoutes['practice.archiveArtifactType'],
    summary: 'Archive a type of artifact that no practice names.',
    permission: 'practice.manage',
    input: z.object({ id }),
    output: artifactTypeView,
    refusals: ['practice.type_in_use', 'platform.not_found', 'platform.not_allowed'],
  }),
  'practice.restoreArtifactType': operation({
    id: 'practice.restoreArtifactType',
    route: practiceRoutes['practice.restoreArtifactType'],
    summary: 'Bring an archived type of artifact back.',
    permission: 'practice.manage',
    input: z.object({ id }),
    output: artifactTypeView,
    refusals: ['platform.not_found', 'platform.not_allowed'],
  }),
} as const
