import { useState } from 'react';
import { useFormat } from '#client/i18n/use-format.ts';
import { ButtonLink } from '../page/button-link.tsx';
import { DataList } from '../lists/data-list.tsx';
import { StatusTag } from '../shown/status-tag.tsx';
import { usePiecesWords } from './use-pieces-words.ts';

const since = ['2026-09-01', '2026-11-22', '2026-12-01'];
const cases = [1_284, 36, 7];
const empty = { title: '' };

export function ListPieces() {
  const { list, powers, tag, empty: none } = usePiecesWords();
  const format = useFormat();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = Object.values(powers).map((name, index) => ({ name, since: since[index] ?? '', cases: cases[index] ?? 0 }));
  return (
    <div className="stack">
      <DataList
        caption={list.caption}
        rows={rows}
        keyOf={({ name }) => name}
        empty={empty}
        selection={{ chosen, onChange: setChosen, nameOf: ({ name }) => name }}
        columns={[
          { key: 'power', title: list.power, cell: ({ name }) => name, isName: true },
          { key: 'state', title: list.state, cell: () => <StatusTag tone="good">{tag.good}</StatusTag>, isFit: true },
          { key: 'since', title: list.since, cell: (row) => format.day(row.since), isFit: true },
          { key: 'cases', title: list.cases, cell: (row) => format.number(row.cases), isEnd: true },
        ]}
      />
      <DataList
        caption={none.title}
        rows={[]}
        keyOf={String}
        columns={[]}
        empty={{ title: none.title, advice: none.advice, act: <ButtonLink to="/app/menu">{none.act}</ButtonLink> }}
      />
    </div>
  );
}
