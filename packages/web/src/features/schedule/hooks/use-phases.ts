import type { PhaseView, PlanView } from '@millrace/contract'
import { type Phase, promotePhase } from '@millrace/core/schedule'
import { rankBetween } from '@millrace/core/work'
import { useState } from 'react'
import type { Input } from '../../../platform/api.ts'
import { newId } from '../../../platform/new-id.ts'
import type { Refused } from '../../../platform/refused.ts'
import { type Call, callOf, useCommands } from '../../../platform/store/index.ts'
import { laterPhases } from '../model/phase-ranges.ts'
import { textsGates } from '../texts-gates.ts'
import { textsPhases as words } from '../texts-phases.ts'

export type PhasePatch = Input<'schedule.changePhase'>['patch']
export type GatePlan = Omit<Input<'schedule.saveGate'>, 'phaseId'>
export type Verdict = Omit<Input<'schedule.decideGate'>, 'phaseId' | 'decisionId'>

/** An item of a plan, as far as its phase goes. */
export type Placed = { readonly itemId: string; readonly title: string; readonly phaseId: string | null }

/** Everything that is done to the phases of a plan; each can be taken back but a decision, which is kept. */
export type PhasesModel = {
  readonly refused: Refused | null
  readonly setWave: (isOn: boolean) => void
  readonly add: (name: string) => Promise<boolean>
  readonly change: (phase: PhaseView, patch: PhasePatch) => void
  readonly remove: (phase: PhaseView) => void
  readonly promote: (phase: PhaseView) => void
  /** Puts it before the one above it, or behind the one below. */
  readonly move: (phase: PhaseView, by: -1 | 1) => void
  readonly place: (item: Placed, phaseId: string | null) => void
  /** Takes a package out of the later phases, together with a baseline. */
  readonly takeOut: (item: Placed, phaseId: string | null) => void
  readonly saveGate: (phase: PhaseView, gate: GatePlan) => Promise<boolean>
  readonly removeGate: (phase: PhaseView) => void
  readonly tick: (
    phase: PhaseView,
    criterion: { readonly id: string; readonly text: string },
    isMet: boolean,
  ) => void
  readonly decide: (phase: PhaseView, verdict: Verdict) => Promise<boolean>
}

type Act = (
  calls: readonly Call[],
  undo?: { readonly label: string; readonly back: readonly Call[] },
) => Promise<boolean>

/** What is done to the phases of a plan, with what was refused last. */
export function usePhases(plan: PlanView, containerId: string): PhasesModel {
  const { runBatch } = useCommands()
  const [refused, setRefused] = useState<Refused | null>(null)
  const act: Act = async (calls, undo) => {
    const options = undo ? { undoLabel: undo.label, back: undo.back } : {}
    const outcome = await runBatch(calls, { ...options, isSilent: true })
    setRefused(outcome.ok ? null : outcome.refused)
    return outcome.ok
  }
  return { refused, ...phaseActions(act, plan, containerId), ...placeActions(act, plan), ...gateActions(act) }
}

function phaseActions(act: Act, plan: PlanView, containerId: string) {
  const { phases, hasRollingWave } = plan
  return {
    setWave: (isOn: boolean) => {
      const call = (value: boolean) => callOf('schedule.setRollingWave', { containerId, isOn: value })
      void act([call(isOn)], { label: isOn ? words.waveOn : words.waveOff, back: [call(!isOn)] })
    },
    add: (name: string) => {
      const id = newId()
      // A plan is begun with the phase that one is in.
      const state = phases.length === 0 ? ('current' as const) : ('later' as const)
      const back = [callOf('schedule.removePhase', { id })]
      return act([callOf('schedule.addPhase', { id, containerId, name, state })], {
        label: words.added(name),
        back,
      })
    },
    change: (phase: PhaseView, patch: PhasePatch) => {
      void act([changeCall(phase, patch)], { label: words.changed(phase.name), back: [backTo(phase, patch)] })
    },
    remove: (phase: PhaseView) => {
      const back = addedAgain(phase, hasRollingWave)
      void act([callOf('schedule.removePhase', { id: phase.id })], { label: words.removed(phase.name), back })
    },
    promote: (phase: PhaseView) => {
      const rolled = promotePhase(phases.map(asPhase), phase.id)
      const changed = new Set(rolled.ok ? rolled.value.map(({ id }) => id) : [])
      const back = phases
        .filter(({ id }) => changed.has(id))
        .map((one) => changeCall(one, { state: one.state }))
      const call = callOf('schedule.promotePhase', { id: phase.id, baselineId: newId() })
      void act([call], { label: words.promoted(phase.name), back })
    },
    move: (phase: PhaseView, by: -1 | 1) => {
      const others = phases.filter(({ id }) => id !== phase.id)
      const place = phases.indexOf(phase) + by
      const rank = rankBetween(others[place - 1]?.rank ?? null, others[place]?.rank ?? null)
      const back = [changeCall(phase, { rank: phase.rank })]
      void act([changeCall(phase, { rank })], { label: words.moved(phase.name), back })
    },
  }
}

function placeActions(act: Act, plan: PlanView) {
  const later = laterPhases(plan)
  const put = (item: Placed, phaseId: string | null, baseline: { readonly baselineId?: string }) => {
    const { itemId, title } = item
    // Taking a package out again takes a baseline, as it does whenever one leaves.
    const leaves = later.has(phaseId ?? '') && !later.has(item.phaseId ?? '')
    const way = leaves ? { baselineId: newId() } : {}
    const back = [callOf('schedule.placeInPhase', { itemId, phaseId: item.phaseId, ...way })]
    void act([callOf('schedule.placeInPhase', { itemId, phaseId, ...baseline })], {
      label: words.placed(title),
      back,
    })
  }
  return {
    place: (item: Placed, phaseId: string | null) => put(item, phaseId, {}),
    takeOut: (item: Placed, phaseId: string | null) => put(item, phaseId, { baselineId: newId() }),
  }
}

function gateActions(act: Act) {
  return {
    saveGate: (phase: PhaseView, gate: GatePlan) => {
      const { id: phaseId } = phase
      const label = textsGates.saved(gate.name)
      return act([callOf('schedule.saveGate', { phaseId, ...gate })], { label, back: [gateCall(phase)] })
    },
    removeGate: (phase: PhaseView) => {
      const label = textsGates.removed(phase.gate?.name ?? '')
      void act([callOf('schedule.removeGate', { phaseId: phase.id })], { label, back: [gateCall(phase)] })
    },
    tick: (
      phase: PhaseView,
      { id: criterionId, text }: { readonly id: string; readonly text: string },
      isMet: boolean,
    ) => {
      const call = (value: boolean) =>
        callOf('schedule.tickCriterion', { phaseId: phase.id, criterionId, isMet: value })
      const label = isMet ? textsGates.ticked(text) : textsGates.unticked(text)
      void act([call(isMet)], { label, back: [call(!isMet)] })
    },
    decide: (phase: PhaseView, verdict: Verdict) =>
      act([callOf('schedule.decideGate', { phaseId: phase.id, decisionId: newId(), ...verdict })]),
  }
}

function changeCall({ id }: PhaseView, patch: PhasePatch): Call {
  return callOf('schedule.changePhase', { id, patch })
}

/** The phase as it is, in all that a patch changes. */
function backTo(phase: PhaseView, patch: PhasePatch): Call {
  const names = Object.keys(patch) as (keyof PhasePatch)[] // Its own keys.
  return changeCall(phase, Object.fromEntries(names.map((name) => [name, phase[name]])))
}

/** The gate as it is; none where there is none. */
function gateCall({ id: phaseId, gate }: PhaseView): Call {
  if (gate === null) return callOf('schedule.removeGate', { phaseId })
  const { name, dueOn, deciderId, criteria } = gate
  const kept = criteria.map(({ id, text }) => ({ id, text }))
  return callOf('schedule.saveGate', { phaseId, name, dueOn, deciderId, criteria: kept })
}

/** Makes a phase that is gone once more. With waves, one that was next comes back as a later one, to be promoted. */
function addedAgain(phase: PhaseView, hasRollingWave: boolean): readonly Call[] {
  const { version: _version, gate, ...fields } = phase
  const state = hasRollingWave && phase.state === 'next' ? ('later' as const) : phase.state
  return [callOf('schedule.addPhase', { ...fields, state }), ...(gate === null ? [] : [gateCall(phase)])]
}

function asPhase({ containerId: projectId, ...phase }: PhaseView): Phase {
  return { ...phase, projectId }
}
