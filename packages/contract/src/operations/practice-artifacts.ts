import { z } from 'zod'
import { operation } from '../operation.ts'
import { practiceArtifactRoutes } from '../routes/practice-artifacts.ts'
import { id, nothing } from '../schemas/base.ts'
import { artifactEvidence, artifactStep, artifactView, askedArtifact } from '../schemas/practice-artifacts.ts'

const ofArtifact = ['work.container_archived', 'platform.not_allowed', 'platform.not_found'] as const

/** What is done with the artifacts that work makes. */
export const practiceArtifactOperations = {
  'practice.listArtifacts': operation({
    id: 'practice.listArtifacts',
    route: practiceArtifactRoutes['practice.listArtifacts'],
    summary: 'The artifacts that you see, by name: all, or those of one project, process or case.',
    permission: 'organisation.read',
    input: z.object({ containerId: id.optional() }),
    output: z.object({ artifacts: z.array(artifactView) }),
    refusals: ['platform.not_found'],
  }),
  'practice.getArtifact': operation({
    id: 'practice.getArtifact',
    route: practiceArtifactRoutes['practice.getArtifact'],
    summary: 'An artifact with how it came to its state, and the items that ask for it.',
    permission: 'container.read',
    input: z.object({ id }),
    output: z.object({
      artifact: artifactView,
      steps: z.array(artifactStep).describe('The newest first'),
      asked: z.array(askedArtifact).describe('By the items that you see'),
    }),
    refusals: ['platform.not_found'],
  }),
  'practice.saveArtifact': operation({
    id: 'practice.saveArtifact',
    route: practiceArtifactRoutes['practice.saveArtifact'],
    summary:
      'Add an artifact that work makes, or change its name and where it is kept. Its state moves by work only.',
    permission: 'item.write',
    input: z.object({
      id,
      containerId: id,
      typeId: id,
      name: z.string().trim().min(1).max(200),
      link: z.string().trim().max(2000).default(''),
    }),
    output: artifactView,
    refusals: ['practice.archived', 'platform.reference_unknown', 'platform.exists', ...ofArtifact],
  }),
  'practice.archiveArtifact': operation({
    id: 'practice.archiveArtifact',
    route: practiceArtifactRoutes['practice.archiveArtifact'],
    summary: 'Archive an artifact that no open item asks for.',
    permission: 'item.write',
    input: z.object({ id }),
    output: artifactView,
    refusals: ['practice.artifact_asked', ...ofArtifact],
  }),
  'practice.restoreArtifact': operation({
    id: 'practice.restoreArtifact',
    route: practiceArtifactRoutes['practice.restoreArtifact'],
    summary: 'Bring an archived artifact back.',
    permission: 'item.write',
    input: z.object({ id }),
    output: artifactView,
    refusals: ofArtifact,
  }),
  'practice.listAsked': operation({
    id: 'practice.listAsked',
    route: practiceArtifactRoutes['practice.listAsked'],
    summary: 'The artifacts that an item asks for, and in which states.',
    permission: 'container.read',
    input: z.object({ itemId: id }),
    output: z.object({
      asked: z.array(askedArtifact),
      artifacts: z.array(artifactView).describe('Those that are named, and that you see'),
    }),
    refusals: ['platform.not_found'],
  }),
  'practice.askFor': operation({
    id: 'practice.askFor',
    route: practiceArtifactRoutes['practice.askFor'],
    summary:
      'Let an item ask for an artifact in a state, or answer the questions of that state. Finishing the item brings the artifact there.',
    permission: 'item.write',
    input: z.object({ itemId: id, artifactId: id, stateId: id, evidence: artifactEvidence.default([]) }),
    output: askedArtifact,
    refusals: [
      'practice.artifact_delivered',
      'practice.archived',
      'platform.reference_unknown',
      'platform.not_allowed',
      'platform.not_found',
    ],
  }),
  'practice.stopAskingFor': operation({
    id: 'practice.stopAskingFor',
    route: practiceArtifactRoutes['practice.stopAskingFor'],
    summary: 'Let an item not ask for an artifact any more.',
    permission: 'item.write',
    input: z.object({ itemId: id, artifactId: id }),
    output: nothing,
    refusals: ['practice.artifact_delivered', 'platform.not_allowed', 'platform.not_found'],
  }),
} as const
