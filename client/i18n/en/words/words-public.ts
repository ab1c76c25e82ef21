import type { PublicWords } from '../../word-lists.ts';

/** Labels that the register shows. */
export const words: PublicWords = {
  carrier: { transfer: 'Transfer', entrustment: 'Entrustment', substantive_review: 'Substantive review', service_window: 'Service window' },
  statutoryType: {
    licensing: 'Licensing',
    penalty: 'Penalty',
    compulsion: 'Compulsion',
    levy: 'Levy',
    benefit: 'Benefit',
    inspection: 'Inspection',
    confirmation: 'Confirmation',
    reward: 'Reward',
    adjudication: 'Adjudication',
    other: 'Other power',
  },
  townshipKind: { township: 'Township', ethnic_township: 'Ethnic township', town: 'Town', subdistrict: 'Subdistrict' },
  endKind: { returned: 'Returned', swapped: 'Swapped', recalled: 'Recalled', expired: 'Expired' },
  grantState: { scheduled: 'Scheduled', trial: 'On trial', active: 'Active', suspended: 'Suspended', ended: 'Ended' },
  actor: { township: 'The township', department: 'The department' },
};
