import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { StatusTag, type Tone } from '#client/ui/shown/status-tag.tsx';
import type { AttendeeView } from '../../api/courses.ts';
import { useAttendeeSheet } from '../sheets.ts';

const tones = { passed: 'good', failed: 'bad', absent: 'ended' } as const satisfies Record<NonNullable<AttendeeView['result']>, Tone>;

export interface AttendeeListProps {
  readonly sessionId: string;
  readonly attendees: readonly AttendeeView[];
  readonly showsTownship: boolean;
  /** Absent for those who cannot take people off. */
  readonly onTakeOff?: ((attendee: AttendeeView) => void) | undefined;
}

export function AttendeeList({ sessionId, attendees, showsTownship, onTakeOff }: AttendeeListProps) {
  const { t } = useTranslation('training');
  const word = useWords();
  const format = useFormat();
  const columns: Column<AttendeeView>[] = [
    {
      key: 'name',
      title: t('session.column.name'),
      isName: true,
      cell: (row) => <Link to={pathTo('officer', { officerId: row.officerId })}>{row.name}</Link>,
    },
    ...(showsTownship ? [{ key: 'township', title: t('session.column.township'), cell: (row: AttendeeView) => row.townshipName }] : []),
    {
      key: 'result',
      title: t('session.column.result'),
      isFit: true,
      cell: (row) =>
        row.result === null ? (
          <span className="secondary">{t('session.noResult')}</span>
        ) : (
          <StatusTag tone={tones[row.result]}>{word('trainingResult', row.result)}</StatusTag>
        ),
    },
    {
      key: 'score',
      title: t('session.column.score'),
      isFit: true,
      isEnd: true,
      cell: (row) => (row.score === null ? null : format.number(row.score)),
    },
    ...(onTakeOff === undefined
      ? []
      : [
          {
            key: 'act',
            title: t('session.column.action'),
            isFit: true,
            cell: (row: AttendeeView) =>
              row.result === null ? (
                <Button size="small" aria-label={t('takeOff.actFor', { name: row.name })} onClick={() => onTakeOff(row)}>
                  {t('takeOff.act')}
                </Button>
              ) : null,
          },
        ]),
  ];
  return (
    <DataList
      caption={t('session.attendeesCaption')}
      columns={columns}
      rows={attendees}
      keyOf={(row) => row.officerId}
      actions={<ExportButton list="GET /sessions/{sessionId}" params={{ sessionId }} rows="attendees" sheet={useAttendeeSheet()} />}
      empty={{ title: t('session.attendeesEmpty') }}
    />
  );
}
