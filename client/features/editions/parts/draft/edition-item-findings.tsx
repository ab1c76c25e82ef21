import { Link } from 'react-router';
import type { Finding } from '#client/parts/editions/editions.ts';
import { useFindingWords } from './edition-finding-words.ts';

/** Findings beside the terms that they are about. */
export function EditionItemFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const words = useFindingWords();
  return findings.map((finding, index) => {
    const { what, basis, wayOut, place } = words(finding);
    return (
      <div key={`${finding.gate}${index}`} className={finding.severity === 'blocking' ? 'finding finding-blocking' : 'finding'}>
        <p>
          <strong>{what}</strong>
        </p>
        <p className="secondary">{basis}</p>
        <p>
          {wayOut} {place === null ? null : <Link to={place.to}>{place.words}</Link>}
        </p>
      </div>
    );
  });
}
