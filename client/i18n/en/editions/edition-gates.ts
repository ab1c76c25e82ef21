import type { Translated } from '../../shape.ts';
import type { editionGates as source } from '../../zh/editions/edition-gates.ts';

export const editionGates = {
  gate: {
    incomplete: { what: '“{{field}}” is not filled in', out: 'Fill it in, or say on purpose that there is none.' },
    contradiction: {
      what: '“{{field}}” contradicts itself',
      out: 'Either list something or say that there is none; an item cannot be its own companion.',
    },
    duplicate_key: { what: '“{{field}}” says the same thing twice', out: 'Remove one of the two.' },
    exclusion_without_reason: {
      what: 'A reason against release is ticked without saying why the item is listed',
      out: 'Give the reason, or take it off.',
    },
    not_returnable_without_basis: { what: 'It cannot be returned, but no basis is given', out: 'Give the basis, or let it be returned.' },
    penalty_not_transferred: {
      what: 'A penalty whose legal vehicle is not a transfer',
      out: 'Change the legal vehicle to transfer or take the item off; penalties are not entrusted to townships.',
    },
    penalty_outside_directory: {
      what: 'A penalty that is not in the provincial directory',
      ended: 'A penalty that the provincial directory has not listed since {{day}}',
      out: 'If the directory does list it, link the entry on the page of the power. If not, take it off, or have the province list it first.',
    },
    scope_wider_than_directory: {
      what: 'The provincial directory limits the power ({{scope}}), and the terms do not say so',
      out: 'Write the limit of the directory into the scope.',
    },
    penalty_without_evaluation: {
      what: 'The county has not said how often it evaluates penalties passed down',
      out: 'Give the interval in the settings of the county.',
    },
    licence_transferred: {
      what: 'A licence is transferred',
      out: 'Change the legal vehicle to entrustment, or release only the review or the service window.',
    },
    licence_for_subdistrict: {
      what: 'A licence is entrusted to a subdistrict office',
      out: 'Leave subdistricts out of the eligible kinds, or have the county allow it in the settings.',
    },
    compulsion_not_transferred: {
      what: 'A compulsory measure that is not transferred',
      out: 'Change the legal vehicle to transfer, together with its penalty.',
    },
    compulsion_alone: { what: 'A compulsory measure without the penalty that it serves', out: 'Add that penalty to the companions.' },
    limits_personal_freedom: {
      what: 'It limits personal freedom',
      word: 'It limits personal freedom ({{word}})',
      out: 'Take it off, or exclude it in the scope. If it is marked by mistake, correct the power.',
    },
    department_locked: {
      what: 'The department is a vertical or city body without a basis for passing powers down',
      out: 'Give the basis under Organisations, or take the item off.',
    },
    passed_on: {
      what: 'The power itself came down to the county and cannot be passed on',
      out: 'Take it off. If it is the county’s own after all, correct where it came from on the page of the power.',
    },
    township_power_by_law: {
      what: 'Has the power by law and need not order it: {{kinds}}',
      out: 'Take it off, or offer it only to kinds of township that do not have it. If it is linked by mistake, correct it on the page of the power.',
    },
    taken_back: {
      what: 'The power is on the list of duties taken back by higher levels',
      some: 'Taken back on the lists of {{townships}}; they cannot order it',
      out: 'Take it off. If only some townships are concerned it may stay: they see why they cannot order it. If it is linked by mistake, correct it on the page of the power.',
    },
    name_alike: {
      what: 'Its name looks like the statutory power “{{name}}” and may be the same',
      duty: 'Its name looks like “{{name}}” on the taken-back list and may be the same',
      out: 'Check both, then say under “Similar names” whether they are the same.',
    },
    transfer_of_other_power: {
      what: 'A power of this type is transferred',
      out: 'Check that a special law allows it; otherwise choose another legal vehicle.',
    },
    fewer_than_two_officers: {
      what: 'Enforcement without demanding two certified officers',
      out: 'Demand at least two certified officers among the prerequisites.',
    },
    statute_ended: {
      what: 'A statute that it rests on has ended',
      amended: '《{{law}}》 (version of {{version}}), on which it rests, was amended on {{day}}',
      repealed: '《{{law}}》 (version of {{version}}), on which it rests, was repealed on {{day}}',
      out: 'Name a basis that is in force, or confirm under “Changes of law” that this one still bears. Where neither holds, drop the item.',
    },
    statute_ending: {
      what: 'A statute that it rests on is about to end',
      amended: '《{{law}}》 (version of {{version}}), on which it rests, will be amended on {{day}}',
      repealed: '《{{law}}》 (version of {{version}}), on which it rests, will be repealed on {{day}}',
      out: 'You can name the new basis already, or confirm the present one under “Changes of law”.',
    },
    statute_unknown: {
      what: 'The register of statutes has no 《{{law}}》 (version of {{version}})',
      out: 'Check title and day and choose from the register; if they are right, it is registered when the edition is published.',
    },
    companion_not_on_menu: {
      what: 'The companion {{code}} is not on this edition',
      out: 'Add it to the edition, or remove it from the companions.',
    },
    unknown: { what: 'Something was found', out: 'Please check this field.' },
  },
  field: {
    power: 'Power',
    carrier: 'Legal vehicle',
    release: 'Kind of release',
    legalBases: 'Legal bases',
    scopeNote: 'Scope',
    carveOuts: 'Kept out',
    difficulty: 'Difficulty',
    liability: 'Liability',
    eligibility: 'Who may order',
    prerequisites: 'Prerequisites',
    resources: 'County resources',
    isPrerequisiteFree: 'No prerequisites',
    isResourceFree: 'No resources',
    responsibilities: 'Responsibilities',
    suitability: 'Suitability',
    trialMonths: 'Trial',
    termMonths: 'Term',
    startRule: 'Start',
    isReturnable: 'Returnable',
    notReturnableBasis: 'Basis for not being returnable',
    companions: 'Companions',
    exclusiveWith: 'Cannot be held together with',
  },
} satisfies Translated<typeof source>;
