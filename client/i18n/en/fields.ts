import type { fields as source } from '../zh/fields.ts';
import type { Translated } from '../shape.ts';

export const fields = {
  length: '{{used}} of at most {{max}} characters',
  over: '{{used}} of at most {{max}} characters, {{over}} too many',
  overLimit: 'More than {{max}} characters: please shorten',
  tooLong: '{{over}} characters too many (at most {{max}}): please shorten',
  row: '{{label}} {{number}}',
  unreadableNumber: 'Not understood as a number; write a figure, such as 3 or 30,000',
  unreadableDay: 'Not understood as a date; write it like “{{example}}”',
  unreadableMonth: 'Not understood as a month; write it like “{{example}}”',
  pickDay: 'Choose from the calendar: {{label}}',
  pickMonth: 'Choose a month: {{label}}',
  year: '{{year}}',
  yearBefore: 'Year before',
  yearAfter: 'Year after',
  choose: 'Please choose',
  noOption: 'Nothing matches',
  searching: 'Searching',
  notChosen: 'Please choose one from the list',
} satisfies Translated<typeof source>;
