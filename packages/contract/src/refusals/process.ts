import type { RefusalEntry } from './entry.ts'

export const processRefusals = {
  'process.not_published': {
    status: 409,
    sentence: '{name} has no published model yet.',
    remedy: 'Draw its model or write it as a list, and publish it.',
  },
  'process.starts_by_event': {
    status: 409,
    sentence: '{name} begins by an event only, not by hand.',
    remedy: 'Let the event happen, or add a start event without one to the model.',
  },
  'process.no_draft': {
    status: 409,
    sentence: '{name} has no draft.',
    remedy: 'Send the model along, or save a draft first.',
  },
  'process.model_unread': {
    status: 422,
    sentence: 'The file is no BPMN model that can be read: {problem}.',
    remedy: 'Save it as BPMN 2.0 XML, and send it again.',
  },
  'process.model_empty': {
    status: 422,
    sentence: 'The model has no process with anything in it.',
    remedy: 'Draw at least a start, a step and an end.',
  },
  'process.model_unknown_reference': {
    status: 422,
    sentence: '{at} refers to {detail}, which is not in the model.',
    remedy: 'Add what is missing, or take the reference out. Faults in all: {count}.',
  },
  'process.model_not_executed': {
    status: 422,
    sentence: '{at} cannot be executed: {detail} is not supported.',
    remedy: 'Say it by other elements. Faults in all: {count}.',
  },
  'process.model_misplaced': {
    status: 422,
    sentence: '{at} may not stand where it stands ({detail}).',
    remedy: 'Move or remove it. Faults in all: {count}.',
  },
  'process.model_expression': {
    status: 422,
    sentence: 'What is written at {at} is not understood: {detail}.',
    remedy: 'Write it in FEEL. Faults in all: {count}.',
  },
  'process.model_no_start': {
    status: 422,
    sentence: '{at} has nowhere to begin.',
    remedy: 'Add a start event. Faults in all: {count}.',
  },
  'process.model_no_event': {
    status: 422,
    sentence: '{at} does not say what it waits for or throws.',
    remedy: 'Name the message, signal, error or time. Faults in all: {count}.',
  },
  'process.model_twice': {
    status: 422,
    sentence: 'Two elements have the id {at}.',
    remedy: 'Give one of them another id. Faults in all: {count}.',
  },
  'process.model_no_id': {
    status: 422,
    sentence: '{at} has no id, by which its work could be known.',
    remedy: 'Give it an id that nothing else has. Faults in all: {count}.',
  },
  'process.model_too_large': {
    status: 422,
    sentence: '{at} is too large to be executed (more than {detail}).',
    remedy: 'Draw parts of it as processes of their own, and call them.',
  },

  'process.model_service': {
    status: 422,
    sentence: '{at} does not say how its service is called ({detail}).',
    remedy: 'Name a topic for outside workers, or the address it calls. Faults in all: {count}.',
  },
  'process.step_not_open': {
    status: 409,
    sentence: '{key} is not the open step of a running instance.',
    remedy: 'Look where the instance is: it may have gone on already.',
  },
  'process.no_done_state': {
    status: 409,
    sentence: 'Items of the type of {key} have no state in which they are done.',
    remedy: 'Add one to the type, or choose another type.',
  },
  'process.closed': {
    status: 409,
    sentence: '{name} is closed: no new instance can start.',
    remedy: 'Open the process again first.',
  },
  'process.too_many_steps': {
    status: 422,
    sentence: 'A process has {max} steps at most.',
    remedy: 'Split it into several processes.',
  },
  'process.step_open': {
    status: 409,
    sentence: '{key} is the open step of a running instance: {title}.',
    remedy: 'Finish the step, or cancel the instance, which archives its open work.',
  },
  'process.instance_over': {
    status: 409,
    sentence: '{title} is already {state}.',
    remedy: 'Start another instance.',
  },
} as const satisfies Record<string, RefusalEntry>
