import type { resources as source } from '../zh/resources.ts';
import type { Translated } from '../shape.ts';

export const resources = {
  title: 'Resources',
  lead: {
    township:
      'Posts, funds, equipment, accounts and support that the county promised for powers you take on. Confirm what arrived; dispute what differs.',
    owing: 'What your organisation promised for powers that move to townships. Record the delivery; the township confirms it.',
    all: 'What the whole county promised for powers that move to townships, and what has arrived.',
  },
  caption: 'Resources',
  what: '{{kind}}, {{amount}}: {{description}}',
  column: { what: 'What', power: 'For the power', township: 'Township', organisation: 'Promised by', due: 'Due', state: 'State' },
  filter: { state: 'State', township: 'Township' },
  overdue: 'Overdue · {{day}}',
  emptyTitle: 'No resources promised',
  empty: {
    township: 'When a request is approved and preparation starts, what the county promises stands here.',
    other: 'When a request is approved, what is promised for it stands here.',
  },
  one: {
    title: 'This item',
    all: 'Show all resources',
    missing: 'This item was not found, or you may not see it.',
    delivered: 'Delivered',
    confirmed: 'Confirmed',
    evidence: 'What was delivered, with evidence',
    dispute: 'What the township disputes',
    request: 'See the request',
    nothingToDo: {
      promised: 'Waiting for {{organisation}} to deliver.',
      delivered: 'Waiting for {{township}} to confirm the receipt.',
      disputed: 'Waiting for {{organisation}} to deliver again.',
      confirmed: 'Settled; nothing is left to do.',
      waived: 'Waived; nothing is left to do.',
    },
  },
  act: {
    deliver: 'Record delivery',
    confirm: 'Confirm receipt',
    dispute: 'Dispute',
    actFor: '{{act}}: {{what}}',
    evidence: 'What was delivered, with evidence',
    evidenceHint: 'For example: document number, names of the people, payment reference, serial number.',
    evidenceMissing: 'Say what was delivered and what proves it',
    disputeText: 'What differs from the promise',
    disputeMissing: 'Say what differs from the promise',
    done: {
      deliver: 'The delivery is recorded and waits for {{township}} to confirm.',
      confirm: 'The receipt is confirmed; this item is settled.',
      dispute: 'The dispute is filed; {{organisation}} has to deliver again.',
    },
    will: {
      deliver: '{{township}} is asked to confirm; only then does this item count as delivered.',
      deliverSeen: '{{township}} can read what you write.',
      confirm: 'This item counts as settled at once; “{{power}}” is one step nearer to its start.',
      confirmFinal: 'It cannot be undone; if something differs, dispute it first.',
      dispute: 'This item is owed again; {{organisation}} has to deliver once more.',
      disputeHold: 'Until it is settled, “{{power}}” does not start.',
    },
  },
  audit: {
    commitment_delivered: 'recorded the delivery',
    commitment_confirmed: 'confirmed the receipt',
    commitment_disputed: 'disputed it',
    waived: 'waived it',
    unknown: 'acted on this item',
  },
} as const satisfies Translated<typeof source>;
