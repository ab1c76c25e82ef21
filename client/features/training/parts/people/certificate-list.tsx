import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import type { CertificateView } from '../../api/roster.ts';
import { StandingTag } from './certificate-standing.tsx';

export interface CertificateListProps {
  readonly certificates: readonly CertificateView[];
  /** Absent for those who cannot revoke. */
  readonly onRevoke?: ((certificate: CertificateView) => void) | undefined;
}

/** Every certificate a person ever held, the latest first. */
export function CertificateList({ certificates, onRevoke }: CertificateListProps) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const columns: Column<CertificateView>[] = [
    { key: 'kind', title: t('officer.column.kind'), isName: true, cell: (row) => row.kindName },
    { key: 'number', title: t('officer.column.number'), cell: (row) => row.number },
    {
      key: 'period',
      title: t('officer.column.period'),
      cell: (row) => format.period(row.validFromOn, row.validToOn),
    },
    { key: 'standing', title: t('officer.column.standing'), isFit: true, cell: (row) => <StandingTag standing={row.standing} /> },
    { key: 'source', title: t('officer.column.source'), cell: (row) => t(`officer.source.${row.source}`) },
    ...(onRevoke === undefined
      ? []
      : [
          {
            key: 'act',
            title: t('officer.column.action'),
            isFit: true,
            cell: (row: CertificateView) =>
              row.standing === 'revoked' || row.standing === 'expired' ? null : (
                <Button
                  size="small"
                  aria-label={t('revoke.actFor', { kind: row.kindName, number: row.number })}
                  onClick={() => onRevoke(row)}
                >
                  {t('revoke.act')}
                </Button>
              ),
          },
        ]),
  ];
  return (
    <DataList
      caption={t('officer.certificatesCaption')}
      columns={columns}
      rows={[...certificates].sort((a, b) => b.validToOn.localeCompare(a.validToOn))}
      keyOf={(row) => row.id}
      empty={{ title: t('officer.noCertificates') }}
    />
  );
}
