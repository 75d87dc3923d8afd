import type { RefusalEntry } from './entry.ts'

export const workRefusals = {
  'work.favourites_full': {
    status: 409,
    sentence: 'You have {max} favourites already.',
    remedy: 'Remove one that you no longer need at hand.',
  },
  'work.title_missing': {
    status: 422,
    sentence: 'An item needs a title.',
    remedy: 'Say in a few words what is to be done.',
  },
  'work.text_too_long': {
    status: 422,
    sentence: 'The {field} is longer than {max} characters.',
    remedy: 'Shorten it, or attach a file.',
  },
  'work.date_wrong': {
    status: 422,
    sentence: '{date} is not a day between 1900 and 2200.',
    remedy: 'Write it as YYYY-MM-DD.',
  },
  'work.dates_reversed': {
    status: 422,
    sentence: 'The item would start on {startsOn}, after it is due on {dueOn}.',
    remedy: 'Move one of the two dates.',
  },
  'work.effort_wrong': {
    status: 422,
    sentence: '{effort} is not an effort.',
    remedy: 'Give whole minutes, not below zero.',
  },
  'work.effort_range_reversed': {
    status: 422,
    sentence: 'The low estimate is above the high one.',
    remedy: 'Swap them.',
  },
  'work.money_wrong': {
    status: 422,
    sentence: '{amount} is not an amount of money.',
    remedy: 'Give whole minor units, such as cents.',
  },
  'work.area_unknown': {
    status: 422,
    sentence: 'There is no area of interest {area}.',
    remedy: 'Choose one of the nine cells, 1.1 to 3.3.',
  },
  'work.too_many_labels': {
    status: 422,
    sentence: 'An item can carry {max} labels at most.',
    remedy: 'Remove some.',
  },
  'work.label_unknown': {
    status: 422,
    sentence: 'One of the labels does not exist.',
    remedy: 'Create it first, or reload the list of labels.',
  },
  'work.field_unknown': {
    status: 422,
    sentence: 'There is no field {field}.',
    remedy: 'Reload the list of fields.',
  },
  'work.field_value_wrong': {
    status: 422,
    sentence: '{value} does not fit the field {field} ({kind}).',
    remedy: 'Give a value of that kind.',
  },
  'work.field_computed': {
    status: 422,
    sentence: 'The field {field} is worked out from others and cannot be filled in.',
    remedy: 'Change what it is worked out from.',
  },
  'work.field_locked': {
    status: 403,
    sentence: 'You may see the field {field}, but not change it.',
    remedy: 'Leave it out, or ask whoever runs the organisation.',
  },
  'work.required_field_wrong': {
    status: 422,
    sentence: 'A state cannot ask for {field}.',
    remedy: 'Choose a field that exists and that people fill in.',
  },
  'work.field_required': {
    status: 422,
    sentence: 'The state {state} requires {fields}.',
    remedy: 'Fill these fields first.',
  },
  'work.archived': {
    status: 409,
    sentence: '{key} is archived and cannot change.',
    remedy: 'Restore it first.',
  },
  'work.changed_meanwhile': {
    status: 409,
    sentence: 'Somebody changed {fields} of {key} since you looked.',
    remedy: 'Look at the new values, then decide again.',
  },
  'work.version_old': {
    status: 409,
    sentence: '{key} is at version {actual}, not {expected}.',
    remedy: 'Read it again and repeat the change.',
  },
  'work.parent_cycle': {
    status: 422,
    sentence: '{key} cannot be placed under itself or one of its own sub-items.',
    remedy: 'Choose another parent.',
  },
  'work.parent_unknown': {
    status: 422,
    sentence: 'The parent item does not exist.',
    remedy: 'Choose an item you can see.',
  },
  'work.parent_archived': {
    status: 409,
    sentence: '{key}, which it lies under, is archived.',
    remedy: 'Restore that item first, or choose another parent.',
  },
  'work.sub_items_elsewhere': {
    status: 403,
    sentence: '{count} items under {key} are in places where you may not change anything.',
    remedy: 'Ask somebody who may, or take them out from under it first.',
  },
  'work.state_unknown': {
    status: 422,
    sentence: 'The type of this item has no state {state}.',
    remedy: 'Choose one of its states.',
  },
  'work.move_not_allowed': {
    status: 409,
    sentence: '{key} cannot go from {from} to {to}.',
    remedy: 'Follow the moves that the workflow allows.',
  },
  'work.not_ready': {
    status: 409,
    sentence: '{key} is not ready to start: {missing} missing.',
    remedy: 'Fill in what is missing.',
  },
  'work.children_open': {
    status: 409,
    sentence: '{key} has {count} open sub-items.',
    remedy: 'Finish or archive them first.',
  },
  'work.blocked': {
    status: 409,
    sentence: '{key} is blocked ({count} open).',
    remedy: 'Remove what blocks it first.',
  },
  'work.wip_limit': {
    status: 409,
    sentence: '{state} holds {count} items; its limit is {limit}.',
    remedy: 'Finish something first, or go over the limit knowingly.',
  },
  'work.already_done': { status: 409, sentence: '{key} is already done.', remedy: 'Reopen it first.' },
  'work.waiting_for_nobody': {
    status: 422,
    sentence: 'It is not said whom or what {key} waits for.',
    remedy: 'Name a person or write a note.',
  },
  'work.blocker_unknown': {
    status: 404,
    sentence: '{key} has no such open blocker.',
    remedy: 'Reload the item.',
  },
  'work.not_finished': { status: 409, sentence: '{key} is not finished yet.', remedy: 'Finish it first.' },
  'work.not_yours_to_accept': {
    status: 403,
    sentence: 'Only who asked for {key} can accept it.',
    remedy: 'Ask the requester.',
  },
  'work.not_accepted': {
    status: 409,
    sentence: '{key} has not been accepted yet.',
    remedy: 'Wait for the requester to accept it.',
  },
  'work.copy_too_large': {
    status: 422,
    sentence: 'More than {max} items lie under this one.',
    remedy: 'Copy its parts one by one.',
  },
  'work.relation_to_itself': {
    status: 422,
    sentence: 'An item cannot be related to itself.',
    remedy: 'Choose another item.',
  },
  'work.relation_cycle': {
    status: 409,
    sentence: 'This would close a circle: {path}.',
    remedy: 'Remove one of these relations first.',
  },
  'work.relation_exists': {
    status: 409,
    sentence: 'The two items are already related in this way.',
    remedy: 'Nothing needs to be done.',
  },
  'work.lag_wrong': {
    status: 422,
    sentence: '{lag} is not a lag.',
    remedy: 'Give whole minutes within ten years.',
  },
  'work.workflow_state_twice': {
    status: 422,
    sentence: 'Two states of the workflow have the same id.',
    remedy: 'Give each its own.',
  },
  'work.workflow_without_end': {
    status: 422,
    sentence: 'The workflow has no state in the group Done.',
    remedy: 'Add one.',
  },
  'work.workflow_end_unreachable': {
    status: 422,
    sentence: 'No way leads from the first state to a done one.',
    remedy: 'Allow the missing moves.',
  },
  'work.workflow_move_unknown': {
    status: 422,
    sentence: 'The move from {from} to {to} names an unknown state.',
    remedy: 'Use ids of the states.',
  },
  'work.workflow_limit_too_small': {
    status: 422,
    sentence: 'The limit of {state} is below one.',
    remedy: 'Give at least one, or none.',
  },
  'work.workflow_state_in_use': {
    status: 409,
    sentence: '{count} items are in the state {state}.',
    remedy: 'Move them to another state first.',
  },
  'work.checklist_name_missing': {
    status: 422,
    sentence: 'A checklist needs a name.',
    remedy: 'Say in a word or two what its lines are about.',
  },
  'work.checklists_full': {
    status: 409,
    sentence: 'An item can have {max} checklists at most.',
    remedy: 'Put the lines into one of them, or open a sub-item.',
  },
  'work.checklist_full': {
    status: 409,
    sentence: 'The checklists of an item can have {max} lines at most.',
    remedy: 'Open a sub-item for a part of them.',
  },
  'work.checklist_removed': {
    status: 409,
    sentence: 'This checklist was removed.',
    remedy: 'Bring it back first, or use another one.',
  },
  'work.checklist_elsewhere': {
    status: 422,
    sentence: 'The line and the checklist belong to different items.',
    remedy: 'Choose a checklist of the same item.',
  },
  'work.line_text_missing': {
    status: 422,
    sentence: 'A line of a checklist needs a text.',
    remedy: 'Say in a few words what is to be done.',
  },
  'work.line_removed': {
    status: 409,
    sentence: 'This line was removed.',
    remedy: 'Bring it back first.',
  },
  'work.line_done': {
    status: 409,
    sentence: 'This line is done already.',
    remedy: 'Take its tick away first.',
  },
  'work.line_is_item': {
    status: 409,
    sentence: 'This line has become a sub-item.',
    remedy: 'Change or finish the sub-item instead.',
  },
  'work.line_needs_sub_item': {
    status: 422,
    sentence: 'Only a sub-item of the same item can stand for this line.',
    remedy: 'Place the other item under this one first.',
  },
  'work.key_taken': { status: 409, sentence: 'The key {key} is taken.', remedy: 'Choose another.' },
  'work.name_taken': {
    status: 409,
    sentence: '{name} exists already.',
    remedy: 'Use it, or choose another name.',
  },
  'work.case_needs_subject': {
    status: 422,
    sentence: 'A case needs a subject and a wished end state.',
    remedy: 'Say what it is about and when it is over.',
  },
  'work.container_archived': { status: 409, sentence: '{name} is archived.', remedy: 'Restore it first.' },
  'work.last_manager': {
    status: 409,
    sentence: 'Somebody has to be able to manage a private container.',
    remedy: 'Make another person manager first.',
  },
} as const satisfies Record<string, RefusalEntry>
