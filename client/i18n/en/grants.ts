import type { grants as source } from '../zh/grants.ts';
import type { Translated } from '../shape.ts';

export const grants = {
  title: 'Grants',
  mine: 'Our powers',
  lead: 'Powers held by townships: state, conditions, resources, and the ways back: return, swap, recall.',
  caption: 'Grants',
  column: { power: 'Power', township: 'Township', department: 'Department', state: 'State', since: 'Since', until: 'Until', document: 'Document', carrier: 'Legal vehicle', openCase: 'Under way' },
  openCase: { return: 'Being returned', recall: 'Recall under way', swap: 'Being swapped' },
  empty: { title: 'No grants yet', advice: 'A power stands here once its request is approved and both sides have signed the hand-over.' },
  filter: { state: 'State', township: 'Township' },
  page: {
    crumb: 'Grants', whoNow: 'Exercised now by {{holder}}', until: 'until {{day}}', facts: 'Facts', code: 'Code', township: 'Held by', department: 'Competent department', carrier: 'Legal vehicle', document: 'Document', since: 'Since', ends: 'Ends', trial: 'On trial until', trialClosed: 'The trial is over', scope: 'Scope', basis: 'Legal basis', basisLine: '{{law}}, {{article}}', inWhoseName: 'In whose name', decides: 'Decided by', respondent: 'Respondent', request: 'Its request', item: 'Terms on the menu', history: 'Every change in the public register', returnable: 'Can it be returned', returnableYes: 'It can be returned and swapped', returnableNo: 'Not returnable: {{basis}}', responsibilities: 'Responsibilities of both sides', ofDepartment: 'Of the department', ofTownship: 'Of the township',
    health: 'Prerequisites', healthCaption: 'Prerequisites as they stand', need: 'Condition', now: 'Now', people: 'People', lapses: 'Lapses', holds: 'Met', lacking: 'Not met', haveNeed: '{{have}} of {{required}}', waived: 'Waived until {{day}}', certified: 'People in post with a valid “{{kind}}”', staffing: 'People in post', healthNone: 'Nothing has to be kept up.', never: '—',
    suspensions: 'Suspensions', suspensionLine: 'From {{from}} to {{to}}', suspensionOpen: 'the day it is resumed', timeline: 'Everything that happened', cases: 'Returns and recalls',
    swapRequest: 'A swap is under way: open the request',
  },
  event: { reason: 'Reason', text: 'Words', effectiveOn: 'Takes effect', untilOn: 'Put off until', wishedOn: 'Wished day', supportPlan: 'Support plan', basis: 'Basis', notice: 'Notice', statement: 'Statement', outcome: 'Outcome', document: 'Document', urgent: 'Urgent: suspended first', hearingUntil: 'Statement possible until', kind: 'How', endKind: 'How it ended' },
  act: {
    heading: 'What you can do', start: { file_return: 'Return', cancel_return: 'Take the return back', accept_return: 'Accept the return', defer_return: 'Put the return off', start_swap: 'Swap', open_recall: 'Open a recall', state_in_hearing: 'Make a statement', decide_recall: 'Decide the recall', suspend: 'Suspend', resume: 'Resume', close_trial: 'Close the trial' },
    field: { reason: 'Reason', text: 'Words', reasonText: 'Grounds', wishedOn: 'Return it from which day', effectiveOn: 'From which day', untilOn: 'Put off until which day', supportPlan: 'Support plan', basis: 'Basis (law, document)', notice: 'Notice', urgent: 'Urgent: suspend first', statement: 'Statement', outcome: 'Outcome', pending: 'Pending cases', pendingHint: 'Each one needs an owner who finishes it; leave empty if there are none.', pendingDescription: 'Case', pendingOwner: 'Finished by', addPending: 'Add a case', removePending: 'Remove this case', extendMonths: 'By how many months' },
    outcome: { recall: 'Recall', keep: 'Keep', confirm: 'Confirm', extend: 'Extend the trial (once only)', take_back: 'End it and take the power back' },
    fault: { reason: 'Choose a reason', text: 'Say why', day: 'Choose a day', outcome: 'Choose an outcome', pending: 'Name the case', months: 'A number of months from 1 to 12' },
    hint: { wishedOn: 'Returning is a right: the county accepts, or puts it off once (at most 60 working days); silence lets it take effect.', untilOn: 'At most 60 working days, and only once.', urgent: 'The power rests with the department from now until it is decided.' },
    will: {
      returnHolder: 'From {{day}} (not before the county’s time to answer is over) “{{power}}” is exercised by {{department}}.', returnRight: 'The county cannot refuse; it can put it off once, by at most 60 working days.', returnCancel: 'You can take it back until it takes effect.', returnPending_other: '{{count}} pending cases are finished by whom you named.', returnPending_one: 'One pending case is finished by whom you named.',
      cancelReturn: 'Nothing is returned; {{township}} goes on exercising “{{power}}”.', accept: 'From the first minute of {{day}} “{{power}}” is exercised by {{department}}, and the register says so.', defer: '{{township}} goes on until {{day}}; then it goes back to {{department}} by itself. It cannot be put off again.', deferPlan: 'The township is told the support plan.',
      recallNotice: '{{township}} gets the notice and may make a statement within the term; then another decider decides.', recallUrgent: 'Suspended at once: from now on {{department}} exercises it.', recallCalm: 'Until it is decided {{township}} goes on.', statement: 'It goes into the file in full and is there when the county decides. It can be made once.',
      decideRecall: 'From {{day}} “{{power}}” is exercised by {{department}}.', decideKeep: '{{township}} goes on exercising “{{power}}”; a suspension because of the recall ends.', suspend: 'From now on {{department}} exercises it, until it is resumed.', resume: 'From now on {{township}} exercises it again.',
      trialConfirm: 'The trial is over; {{township}} goes on exercising it.', trialExtend: 'The trial goes on for {{months}} more months; it cannot be extended again.', trialTakeBack: 'From now on {{department}} exercises it; the grant ends.', register: 'The public register follows at once.',
    },
    confirm: { title: '{{what}}: check and confirm', label: 'Confirm: {{what}}' },
    swapWhat: 'Choose the power that replaces it on the menu. At the instant that one starts, this one goes back to {{department}}; if it is not approved, nothing changes.', done: 'Done.',
  },
  audit: { granted: 'The grant was issued', return_filed: 'A return was filed', return_cancelled: 'The return was taken back', return_accepted: 'The return was accepted', return_deferred: 'The return was put off', recall_noticed: 'A recall was opened', hearing_stated: 'A statement was made', recall_decided: 'The recall was decided', suspended: 'It was suspended', resumed: 'It was resumed', trial_closed: 'The trial was closed', grant_swapped: 'It was swapped', unknown: 'Something was done about this grant' },
} as const satisfies Translated<typeof source>;
