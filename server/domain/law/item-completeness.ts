import { type Finding, type GateName, type GatedItem, finding } from './item-findings.ts';
import { isBlank } from '../values/outcome.ts';

const house = (item: GatedItem, gate: GateName, field: string, params: Finding['params'] = {}): Finding =>
  finding(item, gate, 'blocking', '', '', field, params);

function unsaid({ terms }: GatedItem): string[] {
  const { legalBases, responsibilities, prerequisites, resources, suitability } = terms;
  const open: string[] = [];
  if (legalBases.length === 0) open.push('/legalBases');
  legalBases.forEach((basis, index) => {
    if (isBlank(basis.law) || isBlank(basis.article)) open.push(`/legalBases/${index}`);
  });
  if (isBlank(responsibilities?.department)) open.push('/responsibilities/department');
  if (isBlank(responsibilities?.township)) open.push('/responsibilities/township');
  if (prerequisites.length === 0 && !terms.isPrerequisiteFree) open.push('/prerequisites');
  if (resources.length === 0 && !terms.isResourceFree) open.push('/resources');
  if (!suitability) open.push('/suitability');
  return open;
}

function contradictions({ terms, code }: GatedItem): string[] {
  const found: string[] = [];
  if (terms.prerequisites.length > 0 && terms.isPrerequisiteFree) found.push('/isPrerequisiteFree');
  if (terms.resources.length > 0 && terms.isResourceFree) found.push('/isResourceFree');
  if (terms.companions.includes(code)) found.push('/companions');
  if (terms.exclusiveWith.includes(code) || terms.exclusiveWith.some((other) => terms.companions.includes(other)))
    found.push('/exclusiveWith');
  return found;
}

const repeated = (keys: readonly string[]): string[] => [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];

/** What an item may not be published without, and what it says twice or against itself (RULES.md 3.1, 3.2). */
export function findingsOfCompleteness(item: GatedItem): Finding[] {
  const { prerequisites, resources, suitability, isReturnable, notReturnableBasis } = item.terms;
  const isExcluded = suitability !== null && suitability.exclusions.length > 0;
  return [
    ...unsaid(item).map((field) => house(item, 'incomplete', field)),
    ...contradictions(item).map((field) => house(item, 'contradiction', field)),
    ...repeated(prerequisites.map((one) => one.key)).map((key) => house(item, 'duplicate_key', '/prerequisites', { key })),
    ...repeated(resources.map((one) => one.key)).map((key) => house(item, 'duplicate_key', '/resources', { key })),
    ...(isExcluded && isBlank(suitability.exclusionReason)
      ? [house(item, 'exclusion_without_reason', '/suitability/exclusionReason')]
      : []),
    ...(!isReturnable && isBlank(notReturnableBasis) ? [house(item, 'not_returnable_without_basis', '/notReturnableBasis')] : []),
  ];
}
